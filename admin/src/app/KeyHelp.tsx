import { Checkbox, Modal } from 'antd';
import { prefer, usePrefs, useWords } from './prefs';
import { keyWords } from './words';

export default function KeyHelp({ onClose }: { onClose: () => void }) {
  const say = useWords(keyWords);
  const { keys } = usePrefs();
  const groups: [string, [string, string][]][] = [
    [
      say.everywhere,
      [
        ['/', say.search],
        ['g h', say.home],
        ['g o', say.orders],
        ['g p', say.products],
        ['g s', say.stock],
        ['Esc', say.close],
        ['Ctrl Enter', say.submit],
        ['?', say.help],
      ],
    ],
    [
      say.inLists,
      [
        ['j', say.down],
        ['k', say.up],
        ['Enter', say.open],
        ['x', say.select],
        ['Shift x', say.selectRange],
        ['a', say.act],
      ],
    ],
    [
      say.inOrder,
      [
        ['j', say.nextOrder],
        ['k', say.previousOrder],
        ['a', say.act],
        ['Esc', say.back],
      ],
    ],
  ];
  return (
    <Modal open title={say.title} footer={null} onCancel={onClose} width={640}>
      <div className="key-help">
        {groups.map(([title, rows]) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {rows.map(([key, text]) => (
                <div key={key}>
                  <dt>
                    {key.split(' ').map((part) => (
                      <kbd key={part}>{part}</kbd>
                    ))}
                  </dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="hint">{say.note}</p>
      <Checkbox checked={keys} onChange={(event) => prefer({ keys: event.target.checked })}>
        {say.on}
      </Checkbox>
    </Modal>
  );
}
