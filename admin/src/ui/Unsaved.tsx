import { Modal } from 'antd';
import { useCallback, useRef, useState } from 'react';
import { useWords } from '../app/prefs';
import { useLeaving } from '../app/router';
import { common } from './words';

/** While a form holds unsaved work, leaving asks; the answer that loses nothing is the one that Enter gives. */
export function Unsaved({ dirty }: { dirty: boolean }) {
  const words = useWords(common);
  const [open, setOpen] = useState(false);
  const answer = useRef<(leave: boolean) => void>(() => {});
  const ask = useCallback(
    () =>
      new Promise<boolean>((resolve) => {
        answer.current = resolve;
        setOpen(true);
      }),
    [],
  );
  useLeaving(dirty ? ask : null);
  const close = (leave: boolean) => {
    setOpen(false);
    answer.current(leave);
  };
  return (
    <Modal
      open={open}
      title={words.leaveTitle}
      okText={words.stay}
      cancelText={words.leave}
      onOk={() => close(false)}
      onCancel={(event) => close((event.target as HTMLElement).closest('.ant-modal-footer') !== null)}
    >
      <p>{words.leaveDetail}</p>
    </Modal>
  );
}
