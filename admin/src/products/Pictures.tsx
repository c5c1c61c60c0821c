import { Input } from 'antd';
import { useRef, useState } from 'react';
import { freshKey, headers, refusal, Unanswered } from '../api/client';
import type { ProductPicture } from '../api/types';
import { useWords } from '../app/prefs';
import { Icon } from '../ui/Icon';
import { Card, useSayFailure } from '../ui/parts';
import { productWords } from './words';

async function upload(file: File): Promise<ProductPicture> {
  const body = new FormData();
  body.append('file', file);
  let response: Response;
  try {
    response = await fetch('/api/admin/products/images', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { ...headers(), 'Idempotency-Key': freshKey() },
      body,
    });
  } catch {
    throw new Unanswered();
  }
  const answer = await response.json().catch(() => null);
  if (!response.ok) throw refusal(response, answer);
  return { ...(answer as { id: string; url: string }), alt: { zh: '', en: '' } };
}

/** Pictures in order; the first is the main one. Moved by buttons, so that no mouse is needed. */
export function Pictures({
  images,
  onChange,
}: {
  images: ProductPicture[];
  onChange: (images: ProductPicture[]) => void;
}) {
  const say = useWords(productWords);
  const [busy, setBusy] = useState(0);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const sayFailure = useSayFailure();
  const add = async (files: Iterable<File>) => {
    const chosen = [...files].filter((file) => file.type.startsWith('image/'));
    setBusy(chosen.length);
    const added: ProductPicture[] = [];
    for (const file of chosen) {
      try {
        added.push(await upload(file));
      } catch (failure) {
        sayFailure(failure);
      }
      setBusy((count) => count - 1);
    }
    if (added.length > 0) onChange([...images, ...added]);
  };
  const move = (from: number, to: number) => {
    const next = [...images];
    const [one] = next.splice(from, 1);
    if (one) next.splice(to, 0, one);
    onChange(next);
  };
  const change = (at: number, alt: ProductPicture['alt']) =>
    onChange(images.map((image, index) => (index === at ? { ...image, alt } : image)));
  return (
    <Card title={say.pictures} aside={busy > 0 ? say.uploading(busy) : undefined}>
      <ul className="pictures">
        {images.map((image, at) => (
          <li key={image.id}>
            <img src={image.url} alt={image.alt.zh || image.alt.en} width={72} height={72} />
            <div className="fields">
              <Input
                size="small"
                aria-label={say.altZh}
                placeholder={say.altZh}
                value={image.alt.zh}
                onChange={(event) => change(at, { ...image.alt, zh: event.target.value })}
              />
              <Input
                size="small"
                aria-label={say.altEn}
                placeholder={say.altEn}
                value={image.alt.en}
                onChange={(event) => change(at, { ...image.alt, en: event.target.value })}
              />
            </div>
            <span className="picture-acts">
              <button
                type="button"
                className="icon-button"
                aria-label={say.moveUp}
                disabled={at === 0}
                onClick={() => move(at, at - 1)}
              >
                <Icon name="up" size={14} />
              </button>
              <button
                type="button"
                className="icon-button"
                aria-label={say.moveDown}
                disabled={at === images.length - 1}
                onClick={() => move(at, at + 1)}
              >
                <Icon name="down" size={14} />
              </button>
              <button
                type="button"
                className="icon-button"
                aria-label={say.remove}
                onClick={() => onChange(images.filter((one) => one !== image))}
              >
                <Icon name="trash" size={14} />
              </button>
            </span>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="drop"
        data-over={over}
        onClick={() => input.current?.click()}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void add(event.dataTransfer.files);
        }}
      >
        <strong>{say.addPictures}</strong>
        <span className="hint">{say.picturesHint}</span>
      </button>
      <input
        ref={input}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        multiple
        hidden
        onChange={(event) => {
          void add(event.target.files ?? []);
          event.target.value = '';
        }}
      />
    </Card>
  );
}
