import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from './prefs';
import { shellWords } from './words';

/** On a phone: every page that does not fit into the bottom bar. */
export default function AllPages({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const say = useWords(shellWords);
  return (
    <Drawer open onClose={onClose} title={say.all} placement="bottom" size="auto" destroyOnHidden>
      <nav className="all-pages" aria-label={say.all}>
        {children}
      </nav>
    </Drawer>
  );
}
