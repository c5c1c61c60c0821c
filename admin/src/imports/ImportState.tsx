import type { ImportJob } from '../api/types';
import { useWords } from '../app/prefs';
import { importWords } from './words';

export function ImportState({ job }: { job: ImportJob }) {
  const say = useWords(importWords);
  const word =
    { queued: say.queued, running: say.running, done: say.done, failed: say.failedState }[job.state] ?? job.state;
  const tone = job.state === 'failed' ? 'bad' : job.state === 'done' ? (job.failed > 0 ? 'warn' : 'good') : 'plain';
  return (
    <span className="cell-two">
      <span className="pill" data-state={tone}>
        {word}
      </span>
      {job.dryRun && <span className="small">{say.dry}</span>}
    </span>
  );
}
