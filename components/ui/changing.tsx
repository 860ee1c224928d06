/** A figure that fades once when it changes: what is new is another element. */
export const Changing = ({ text }: { readonly text: string }) => (
  <span key={text} class="changing">
    {text}
  </span>
);
