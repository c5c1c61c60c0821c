import { Input, Select } from 'antd';
import { useState } from 'react';
import { useLang, useWords } from '../app/prefs';
import { Field } from '../ui/Field';
import { carriers, orderWords } from './words';

const place = 'guidan.carrier';

/** The carrier used last is the likeliest next one. */
export function lastCarrier(): string {
  try {
    return localStorage.getItem(place) ?? 'shunfeng';
  } catch {
    return 'shunfeng';
  }
}

export function rememberCarrier(code: string): void {
  try {
    localStorage.setItem(place, code);
  } catch {
    // Not remembered; nothing else depends on it.
  }
}

export function CarrierField({
  id,
  value,
  onChange,
  error,
}: {
  id: string;
  value: string;
  onChange: (code: string) => void;
  error?: string;
}) {
  const say = useWords(orderWords);
  const lang = useLang();
  const [other, setOther] = useState(() => value !== '' && !carriers.some((one) => one.code === value));
  return (
    <>
      <Field id={id} label={say.carrier} error={other ? undefined : error}>
        {(wiring) => (
          <Select
            {...wiring}
            value={other ? '*' : value}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(code) => {
              setOther(code === '*');
              onChange(code === '*' ? '' : code);
            }}
            options={[
              ...carriers.map((one) => ({ value: one.code as string, label: one[lang] as string })),
              { value: '*', label: say.otherCarrier },
            ]}
          />
        )}
      </Field>
      {other && (
        <Field id={`${id}-code`} label={say.otherCarrierCode} error={error}>
          {(wiring) => <Input {...wiring} value={value} onChange={(event) => onChange(event.target.value.trim())} />}
        </Field>
      )}
    </>
  );
}
