import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface TunnelProxy {
  readonly port: number;
  readonly close: () => Promise<void>;
}

const END_OF_HEAD = '\r\n\r\n';

/**
 * A proxy that tunnels every host to one port of this machine, whatever host is asked for: what
 * `--host-resolver-rules` does in Chromium, for browsers without it. Only `CONNECT` is answered.
 */
export async function startTunnelProxy(targetPort: number): Promise<TunnelProxy> {
  const clients = new Set<Socket>();
  const server = createServer((client) => {
    clients.add(client);
    client.on('close', () => clients.delete(client));
    client.on('error', () => client.destroy());
    client.once('data', (head) => {
      const text = head.toString('latin1');
      if (!text.startsWith('CONNECT ') || !text.endsWith(END_OF_HEAD)) {
        client.end('HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n');
        return;
      }
      const target = connect(targetPort, '127.0.0.1', () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        client.pipe(target).pipe(client);
      });
      target.on('error', () => client.destroy());
      client.on('close', () => target.destroy());
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const client of clients) client.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
