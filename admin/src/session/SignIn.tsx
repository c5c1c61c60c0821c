import { Button, Input } from 'antd';
import { type FormEvent, useEffect, useState } from 'react';
import { client, Refused, take } from '../api/client';
import type { Me } from '../api/types';
import { useSubmit } from '../api/use';
import { prefer, usePrefs, useWords } from '../app/prefs';
import { catalog } from '../i18n/catalog';
import { Field } from '../ui/Field';
import { Logo } from '../ui/Icon';
import { Failure } from '../ui/parts';
import { common } from '../ui/words';

const words = catalog({
  title: ['登录后台', 'Sign in'],
  promise: ['每一单都有着落', 'Every order comes home'],
  email: ['邮箱', 'Email'],
  password: ['密码', 'Password'],
  code: ['动态验证码', 'One-time code'],
  codeHint: ['手机验证器里的6位数字', 'Six digits from your authenticator app'],
  enter: ['登录', 'Sign in'],
  emailMissing: ['还没有填邮箱', 'The email is missing'],
  passwordMissing: ['还没有填密码', 'The password is missing'],
  codeMissing: ['还没有填验证码', 'The code is missing'],
  language: ['English', '中文'],
  forgot: [
    '忘了密码，请管理员重设；管理员可在服务器上用guidan user命令重设。',
    'Forgot it? An administrator can reset it, on the server with the guidan user command.',
  ],
});

/** Sign-in. The code is asked for only once the server says that this account needs one. */
export default function SignIn({ enter }: { enter: (me: Me) => void }) {
  const say = useWords(words);
  const shared = useWords(common);
  const { lang } = usePrefs();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [needsCode, setNeedsCode] = useState(false);
  const [tried, setTried] = useState(false);
  const submit = useSubmit(
    (body: { email: string; password: string; code?: string }) => take(client.POST('/api/admin/session', { body })),
    {
      onSuccess: enter,
      onError: (error) => {
        if (error instanceof Refused && error.problem.code.includes('code')) setNeedsCode(true);
      },
    },
  );

  useEffect(() => {
    document.title = `${say.title} · ${shared.product}`;
  }, [say, shared]);

  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!email.trim() || !password || (needsCode && !code.trim())) {
      const missing = !email.trim() ? 'email' : !password ? 'password' : 'code';
      document.getElementById(missing)?.focus();
      return;
    }
    submit.mutate({ email: email.trim(), password, ...(needsCode ? { code: code.trim() } : {}) });
  };

  return (
    <main className="sign-in" id="main">
      <form className="card sign-card" onSubmit={send} noValidate>
        <div className="sign-brand">
          <Logo size={36} />
          <div>
            <strong>{shared.product}</strong>
            <span>{say.promise}</span>
          </div>
        </div>
        <h1>{say.title}</h1>
        <Failure error={submit.error} focus />
        <Field id="email" label={say.email} error={tried && !email.trim() ? say.emailMissing : undefined}>
          {(props) => (
            <Input
              {...props}
              type="email"
              size="large"
              autoComplete="username"
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          )}
        </Field>
        <Field id="password" label={say.password} error={tried && !password ? say.passwordMissing : undefined}>
          {(props) => (
            <Input.Password
              {...props}
              size="large"
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        {needsCode && (
          <Field
            id="code"
            label={say.code}
            hint={say.codeHint}
            error={tried && !code.trim() ? say.codeMissing : undefined}
          >
            {(props) => (
              <Input
                {...props}
                size="large"
                inputMode="numeric"
                autoComplete="one-time-code"
                value={code}
                onChange={(event) => setCode(event.target.value)}
              />
            )}
          </Field>
        )}
        <Button type="primary" htmlType="submit" size="large" block loading={submit.isPending}>
          {say.enter}
        </Button>
        <p className="hint">{say.forgot}</p>
      </form>
      <button
        type="button"
        className="quiet"
        lang={lang === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => prefer({ lang: lang === 'zh' ? 'en' : 'zh' })}
      >
        {say.language}
      </button>
    </main>
  );
}
