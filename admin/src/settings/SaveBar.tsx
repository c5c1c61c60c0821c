import { Button } from 'antd';
import { useWords } from '../app/prefs';
import { Act } from '../ui/parts';
import { Unsaved } from '../ui/Unsaved';
import { common } from '../ui/words';
import { settingWords } from './words';

/** The sticky bar of every settings form; also asks before unsaved work is left. */
export function SaveBar({
  dirty,
  saving,
  save,
  discard,
}: {
  dirty: boolean;
  saving: boolean;
  save: () => void;
  discard: () => void;
}) {
  const say = useWords(settingWords);
  const shared = useWords(common);
  return (
    <>
      <Unsaved dirty={dirty} />
      <div className="save-bar">
        <Act primary needs="settings.write" loading={saving} onClick={save}>
          {shared.save}
        </Act>
        {dirty && <Button onClick={discard}>{say.discard}</Button>}
        <span className="soft">{dirty ? say.unsaved : say.nothing}</span>
      </div>
    </>
  );
}
