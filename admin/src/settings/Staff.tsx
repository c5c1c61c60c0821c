import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useMemo, useState } from 'react';
import { client, Refused, take } from '../api/client';
import type { PermissionMatrix, StaffMember } from '../api/types';
import { keyed, useSubmit } from '../api/use';
import { useLang, useWords } from '../app/prefs';
import { toast } from '../app/toast';
import { Field } from '../ui/Field';
import { Find } from '../ui/Find';
import { Icon } from '../ui/Icon';
import { Act, Card, Failure, Moment, Slow } from '../ui/parts';
import { Table } from '../ui/Table';
import { common } from '../ui/words';
import { settingWords } from './words';

export default function Staff() {
  const say = useWords(settingWords);
  const lang = useLang();
  const cache = useQueryClient();
  const [adding, setAdding] = useState(false);
  const people = useQuery({ queryKey: ['staff', lang], queryFn: () => take(client.GET('/api/admin/staff')) });
  const matrix = useQuery({
    queryKey: ['matrix', lang],
    queryFn: () => take(client.GET('/api/admin/permissions/matrix')),
  });
  return (
    <>
      <Failure error={people.error} retry={() => void people.refetch()} />
      <Card
        title={say.people}
        aside={
          <Act size="small" needs="staff.write" onClick={() => setAdding(true)}>
            {say.addPerson}
          </Act>
        }
        flush
      >
        {people.data ? (
          <Table<StaffMember>
            dense
            rows={people.data.items}
            keyOf={(one) => one.id}
            columns={[
              { head: say.name, cell: (one) => <strong>{one.name}</strong> },
              { head: say.email, cell: (one) => <span className="one-line">{one.email}</span> },
              { head: say.role, width: 140, cell: (one) => one.role.name },
              {
                head: say.lastSeen,
                width: 150,
                cell: (one) =>
                  one.lastSeenAt ? <Moment at={one.lastSeenAt} /> : <span className="soft">{say.never}</span>,
              },
            ]}
          />
        ) : (
          !people.error && <Slow rows={3} height={44} card={false} />
        )}
      </Card>
      <Failure error={matrix.error} retry={() => void matrix.refetch()} />
      {matrix.data ? <Matrix matrix={matrix.data} /> : !matrix.error && <Slow rows={6} height={36} />}
      {adding && (
        <AddPerson
          roles={matrix.data?.roles ?? []}
          onClose={() => setAdding(false)}
          onDone={() => {
            setAdding(false);
            void cache.invalidateQueries({ queryKey: ['staff'] });
          }}
        />
      )}
    </>
  );
}

function Matrix({ matrix }: { matrix: PermissionMatrix }) {
  const say = useWords(settingWords);
  const [text, setText] = useState('');
  const wanted = text.toLowerCase();
  const rows = useMemo(
    () =>
      matrix.operations.filter((one) =>
        `${one.name} ${one.operation} ${one.permission ?? ''} ${one.path}`.toLowerCase().includes(wanted),
      ),
    [matrix, wanted],
  );
  return (
    <Card title={say.matrix} aside={say.matrixNote} flush>
      <div className="bar">
        <Find label={say.matrixFind} value={text} onFind={setText} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table that scrolls must be reachable by keyboard. */}
      <section className="matrix-frame" tabIndex={0} aria-label={say.matrix}>
        <table className="matrix">
          <thead>
            <tr>
              <th scope="col">{say.operation}</th>
              {matrix.roles.map((role) => (
                <th scope="col" key={role.code}>
                  {role.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((one) => (
              <tr key={`${one.method} ${one.path}`}>
                <th scope="row" title={`${one.method} ${one.path}`}>
                  <span className="one-line">{one.name || one.operation}</span>
                  <span className="small one-line">{one.permission ?? say.anyone}</span>
                </th>
                {matrix.roles.map((role) => {
                  const may = one.permission === null || one.roles.includes(role.code);
                  return (
                    <td key={role.code} data-may={may}>
                      {may ? <Icon name="check" size={16} /> : <span aria-hidden="true">–</span>}
                      <span className="unseen">{may ? say.may : say.mayNot}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  );
}

function AddPerson({
  roles,
  onClose,
  onDone,
}: {
  roles: PermissionMatrix['roles'];
  onClose: () => void;
  onDone: () => void;
}) {
  const say = useWords(settingWords);
  const shared = useWords(common);
  const [person, setPerson] = useState({ name: '', email: '', role: roles.at(-1)?.code ?? '', password: '' });
  const [tried, setTried] = useState(false);
  const submit = useSubmit(
    (body: typeof person, key) => take(client.POST('/api/admin/staff', { params: { header: keyed(key) }, body })),
    {
      onSuccess: () => {
        toast(say.personAdded(person.name));
        onDone();
      },
    },
  );
  const server = submit.error instanceof Refused ? submit.error.problem.errors : undefined;
  const errors = {
    name: person.name.trim() ? server?.name?.[0] : say.personNameMissing,
    email: /^\S+@\S+\.\S+$/.test(person.email.trim()) ? server?.email?.[0] : say.emailBad,
    password: person.password.length >= 12 ? server?.password?.[0] : say.passwordShort,
  };
  const wrong = !person.name.trim() || !/^\S+@\S+\.\S+$/.test(person.email.trim()) || person.password.length < 12;
  const send = () => {
    setTried(true);
    if (wrong)
      document
        .getElementById(
          `p-${!person.name.trim() ? 'name' : !/^\S+@\S+\.\S+$/.test(person.email.trim()) ? 'email' : 'password'}`,
        )
        ?.focus();
    else submit.mutate({ ...person, name: person.name.trim(), email: person.email.trim() });
  };
  return (
    <Modal
      open
      title={say.addPerson}
      okText={say.addPerson}
      cancelText={shared.cancel}
      onCancel={onClose}
      onOk={send}
      confirmLoading={submit.isPending}
    >
      <form
        className="fields"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Failure error={submit.error} focus />
        <Field id="p-name" label={say.name} error={tried ? errors.name : undefined}>
          {(wiring) => (
            <Input
              {...wiring}
              autoFocus
              maxLength={80}
              value={person.name}
              onChange={(event) => setPerson({ ...person, name: event.target.value })}
            />
          )}
        </Field>
        <Field id="p-email" label={say.email} error={tried ? errors.email : undefined}>
          {(wiring) => (
            <Input
              {...wiring}
              type="email"
              autoComplete="off"
              value={person.email}
              onChange={(event) => setPerson({ ...person, email: event.target.value })}
            />
          )}
        </Field>
        <Field id="p-role" label={say.role}>
          {({ id }) => (
            <select
              id={id}
              className="native"
              value={person.role}
              onChange={(event) => setPerson({ ...person, role: event.target.value })}
            >
              {roles.map((role) => (
                <option key={role.code} value={role.code}>
                  {role.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field id="p-password" label={say.password} hint={say.passwordHint} error={tried ? errors.password : undefined}>
          {(wiring) => (
            <Input.Password
              {...wiring}
              autoComplete="new-password"
              value={person.password}
              onChange={(event) => setPerson({ ...person, password: event.target.value })}
            />
          )}
        </Field>
        <button type="submit" hidden />
      </form>
    </Modal>
  );
}
