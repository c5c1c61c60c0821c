import { freshKey, headers, refusal, Unanswered } from '../api/client';

export interface ImportRequest {
  file: File;
  format: string;
  dryRun: boolean;
}

/** The files sent in this window, so that after a dry run the same file can be imported without choosing it again. */
export const sent = new Map<string, ImportRequest>();

/** Sends the file. XMLHttpRequest because only it tells how much has gone out. */
export function sendImport(
  request: ImportRequest,
  key: string,
  onProgress: (share: number) => void,
): Promise<{ id: string }> {
  const body = new FormData();
  body.append('file', request.file);
  body.append('format', request.format);
  body.append('dryRun', String(request.dryRun));
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('POST', '/api/admin/imports/products');
    for (const [name, value] of Object.entries({ ...headers(), 'Idempotency-Key': key }))
      call.setRequestHeader(name, value);
    call.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    call.onerror = () => reject(new Unanswered());
    call.onload = () => {
      let answer: unknown = null;
      try {
        answer = JSON.parse(call.responseText);
      } catch {
        // Not JSON: the status alone decides.
      }
      if (call.status >= 200 && call.status < 300) {
        const { id } = answer as { id: string };
        sent.set(id, request);
        resolve({ id });
      } else reject(refusal(new Response(null, { status: call.status < 200 ? 500 : call.status }), answer));
    };
    call.send(body);
  });
}

export const freshImportKey = freshKey;

/** The likeliest format: the ending tells sheets, the first line tells whose export it is. */
export async function guessFormat(file: File): Promise<string> {
  if (/\.xlsx$/i.test(file.name)) return 'guidan-xlsx';
  const head = (await file.slice(0, 4096).text()).split(/\r?\n/, 1)[0]?.toLowerCase() ?? '';
  if (head.includes('handle') && head.includes('variant')) return 'shopify-csv';
  if (head.includes('regular price') || head.includes('published')) return 'woocommerce-csv';
  return 'guidan-csv';
}

export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(0)} kB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
