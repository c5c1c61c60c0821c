import type { ReactNode } from 'react';
import { useWords } from '../app/prefs';
import { common } from './words';

interface Wiring {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
  status?: 'error';
}

/** Label above, hint under, the error in words at the field; tied together for screen readers. */
export function Field({
  id,
  label,
  hint,
  error,
  optional,
  className,
  children,
}: {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  optional?: boolean;
  className?: string;
  children: (wiring: Wiring) => ReactNode;
}) {
  const words = useWords(common);
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={className ? `field ${className}` : 'field'}>
      <label htmlFor={id}>
        {label}
        {optional && <span className="optional">{words.optional}</span>}
      </label>
      {children({
        id,
        ...(described ? { 'aria-describedby': described } : {}),
        ...(error ? { 'aria-invalid': true, status: 'error' as const } : {}),
      })}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
