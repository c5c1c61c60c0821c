import { useEffect, useRef } from 'react';
import { useWords } from '../app/prefs';
import { catalog } from '../i18n/catalog';

const words = catalog({
  title: [
    (count: number) => (count === 1 ? '有一处要改，内容都还在' : `有${count}处要改，内容都还在`),
    (count: number) =>
      count === 1 ? 'One thing to mend; your text is kept' : `${count} things to mend; your text is kept`,
  ],
});

export interface FieldError {
  id: string;
  text: string;
}

/** What is wrong, on top, with a way to each field; takes the focus when it appears or changes. */
export function ErrorBox({ errors, round }: { errors: readonly FieldError[]; round: number }) {
  const say = useWords(words);
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each submission that fails takes the focus again.
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [round]);
  if (errors.length === 0) return null;
  return (
    <div className="notice bad" role="alert" tabIndex={-1} ref={box}>
      <div className="notice-text">
        <strong>{say.title(errors.length)}</strong>
        <ul>
          {errors.map((error) => (
            <li key={error.id + error.text}>
              <a
                href={`#${error.id}`}
                onClick={(event) => {
                  event.preventDefault();
                  const field = document.getElementById(error.id);
                  field?.scrollIntoView({ block: 'center' });
                  field?.focus();
                }}
              >
                {error.text}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
