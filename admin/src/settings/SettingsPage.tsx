import { lazy, Suspense } from 'react';
import { useWords } from '../app/prefs';
import { Link, type Params } from '../app/router';
import { useSession } from '../session/session';
import { Notice, PageHead, Slow } from '../ui/parts';
import { common } from '../ui/words';
import { settingWords } from './words';
import './settings.css';

const parts = {
  delivery: { page: lazy(() => import('./Delivery')), needs: 'settings.read' },
  payments: { page: lazy(() => import('./Payments')), needs: 'settings.read' },
  shop: { page: lazy(() => import('./ShopForm')), needs: 'settings.read' },
  notices: { page: lazy(() => import('./Notices')), needs: 'notices.read' },
  webhooks: { page: lazy(() => import('./Webhooks')), needs: 'webhooks.read' },
  staff: { page: lazy(() => import('./Staff')), needs: 'staff.read' },
} as const;

type Part = keyof typeof parts;

export default function SettingsPage({ params }: Params) {
  const say = useWords(settingWords);
  const shared = useWords(common);
  const { can, me } = useSession();
  const shown = (Object.keys(parts) as Part[]).filter((part) => can(parts[part].needs));
  const part = params.part === undefined ? shown[0] : (Object.keys(parts) as Part[]).find((one) => one === params.part);
  const Page = part && shown.includes(part) ? parts[part].page : null;
  return (
    <div className="narrow">
      <PageHead title={say.title} />
      <nav className="views settings-nav" aria-label={say.title}>
        {shown.map((one) => (
          <Link key={one} to={`/settings/${one}`} aria-current={one === part ? 'page' : undefined}>
            {say[one]}
          </Link>
        ))}
      </nav>
      {Page ? (
        <Suspense fallback={<Slow rows={5} />}>
          <Page />
        </Suspense>
      ) : (
        <Notice tone="bad" title={shared.denied}>
          <p>{shared.deniedDetail(me.role.name, part ? parts[part].needs : 'settings.read')}</p>
          <p>{shared.deniedRemedy}</p>
        </Notice>
      )}
    </div>
  );
}
