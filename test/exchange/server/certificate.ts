import { generate } from 'selfsigned';

/** A throw-away certificate; browsers are told to accept any. */
export async function createCertificate(): Promise<{ readonly key: string; readonly cert: string }> {
  const names = ['localhost', '*.binance.com', '*.bybit.com', '*.okx.com', '*.bitget.com', '*.gateio.ws'];
  const pems = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [...names, '*.hyperliquid.xyz'].map((value) => ({ type: 2 as const, value })),
      },
    ],
  });
  return { key: pems.private, cert: pems.cert };
}
