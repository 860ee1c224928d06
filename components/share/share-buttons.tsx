import { useState } from 'preact/hooks';

import { say } from '../../core/i18n/say.ts';
import { offerFile } from '../ui/offer-file.ts';
import { drawShared, type SharedPicture } from './shared-picture.ts';

interface ShareButtonsProps {
  /** Of the file, without its ending. */
  readonly name: string;
  /** Made when it is wanted; null while there is nothing to draw. */
  readonly picture: () => SharedPicture | null;
}

const TYPE = 'image/png';

/** The map as a picture, into the clipboard or a file. */
export function ShareButtons({ name, picture }: ShareButtonsProps) {
  const [told, setTold] = useState<'share.copied' | 'share.refused' | null>(null);
  const share = async (pass: (blob: Blob) => Promise<'share.copied' | null>) => {
    const made = picture();
    if (made === null) return;
    try {
      setTold(await pass(await blobOf(made)));
    } catch {
      setTold('share.refused');
    }
  };
  const copy = async (blob: Blob) => {
    await navigator.clipboard.write([new ClipboardItem({ [TYPE]: blob })]);
    return 'share.copied' as const;
  };
  const save = async (blob: Blob) => {
    offerFile(`${name}.png`, blob, TYPE);
    return null;
  };
  return (
    <div class="share secondary">
      <button type="button" class="text-button" onClick={() => void share(copy)}>
        {say('share.copy')}
      </button>
      <button type="button" class="text-button" onClick={() => void share(save)}>
        {say('share.save')}
      </button>
      <span role="status">{told === null ? '' : say(told)}</span>
    </div>
  );
}

async function blobOf(picture: SharedPicture): Promise<Blob> {
  const canvas = document.createElement('canvas');
  drawShared(canvas, picture);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, TYPE));
  if (blob === null) throw new Error('the browser makes no picture');
  return blob;
}
