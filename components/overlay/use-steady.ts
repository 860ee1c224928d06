import { useEffect, useRef, useState } from 'preact/hooks';

/** Half a second of a screen of sixty frames: two presses of one movement are nearer to each other. */
const STEADY_FRAMES = 30;

/** What was not seen in so many frames is not looked for any more. */
const MOST_FRAMES = 600;

/**
 * Whether something has been seen for so many frames on end since it came, or since `restart`.
 * @param onUnseen called once where that takes too long
 */
export function useSteady(isSeen: () => boolean, onUnseen: () => void) {
  const [isSteady, setSteady] = useState(false);
  const left = useRef(STEADY_FRAMES);
  useEffect(() => {
    let request = 0;
    let frames = 0;
    const look = () => {
      frames += 1;
      left.current = isSeen() ? left.current - 1 : STEADY_FRAMES;
      if (left.current <= 0) setSteady(true);
      else if (frames === MOST_FRAMES) onUnseen();
      else request = requestAnimationFrame(look);
    };
    request = requestAnimationFrame(look);
    return () => cancelAnimationFrame(request);
    // What is looked at stays the same as long as it is there.
  }, []);
  const restart = () => {
    left.current = STEADY_FRAMES;
  };
  return { isSteady, restart };
}
