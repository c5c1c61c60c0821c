import { useEffect, useRef, useState } from 'react';
import { Icon } from './Icon';

/** Searches when typing rests, and at once on Enter; never in the middle of composing a Chinese word. */
export function Find({ label, value, onFind }: { label: string; value: string; onFind: (text: string) => void }) {
  const [text, setText] = useState(value);
  const timer = useRef(0);
  const composing = useRef(false);
  useEffect(() => setText(value), [value]);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const later = (next: string) => {
    window.clearTimeout(timer.current);
    if (!composing.current) timer.current = window.setTimeout(() => onFind(next.trim()), 350);
  };
  return (
    <form
      className="find"
      onSubmit={(event) => {
        event.preventDefault();
        window.clearTimeout(timer.current);
        onFind(text.trim());
      }}
    >
      <Icon name="search" size={16} />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={text}
        autoComplete="off"
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={(event) => {
          composing.current = false;
          later(event.currentTarget.value);
        }}
        onChange={(event) => {
          setText(event.target.value);
          later(event.target.value);
        }}
      />
    </form>
  );
}
