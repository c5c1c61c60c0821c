import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { Field } from '../ui/Field';

const split = (typed: string) => [
  ...new Set(
    typed
      .split(/[,，、]/)
      .map((word) => word.trim())
      .filter(Boolean),
  ),
];

/** Words typed in one line, divided by commas of either script. */
export function WordsField({
  id,
  label,
  hint,
  value,
  onChange,
}: {
  id: string;
  label: string;
  hint: string;
  value: string[];
  onChange: (words: string[]) => void;
}) {
  const [text, setText] = useState(value.join(', '));
  useEffect(() => {
    setText((old) => (JSON.stringify(split(old)) === JSON.stringify(value) ? old : value.join(', ')));
  }, [value]);
  return (
    <Field id={id} label={label} hint={hint} optional>
      {(wiring) => (
        <Input
          {...wiring}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            onChange(split(event.target.value));
          }}
        />
      )}
    </Field>
  );
}
