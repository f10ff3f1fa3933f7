import {
  DEPLOYMENTS_SIGNAL,
  DeploymentsError,
  type EntityDeployments,
} from '@shipgate/backstage-plugin-deployments-common';
import { act, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  busy,
  current,
  entity,
  environment,
  FakeDeployments,
  linkedOnly,
  NOW,
  notLinked,
  quiet,
} from '../feed/deployments.fixture';
import { renderTab } from './render-tab.fixture';

const down = new DeploymentsError('the database is not reachable', 503, {
  reason: 'ServiceUnavailableError',
  requestId: '7f3c1b',
});
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
const person = () => userEvent.setup({ advanceTimers: vi.advanceTimersByTime });

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true, now: NOW }));
afterEach(() => void vi.useRealTimers());

describe('loading', () => {
  it('shows shapes only after 300 ms, and says so at once', async () => {
    vi.useRealTimers();
    vi.useFakeTimers({ now: NOW, toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
    const slow = Promise.withResolvers<EntityDeployments>();
    await renderTab(new FakeDeployments(slow.promise));
    expect(screen.getByText('Deployments are loading')).toBeInTheDocument();
    await pass(250);
    expect(screen.queryByTestId('skeleton')).not.toBeInTheDocument();
    await pass(100);
    expect(screen.getByTestId('skeleton')).toBeInTheDocument();
    slow.resolve(busy);
    await pass(0);
    expect(screen.queryByTestId('skeleton')).not.toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'Gates' })).toBeInTheDocument();
  });
});

describe('an entity that names no repository', () => {
  const bare = { ...entity, metadata: { name: 'order-service', annotations: {} as Record<string, string> } };

  it('is told the lines to add', async () => {
    await renderTab(new FakeDeployments(notLinked), bare);
    expect(screen.getByRole('heading', { name: 'No repository is linked to order-service' })).toBeInTheDocument();
    expect(screen.getByText(/^metadata:/).textContent).toBe(
      'metadata:\n  name: order-service\n  annotations:\n    github.com/project-slug: owner/repository',
    );
  });

  it('is told them with its own repository, and where to edit, when the catalog knows', async () => {
    const annotations = {
      'backstage.io/source-location': 'url:https://github.com/acme/order-service/tree/main/',
      'backstage.io/edit-url': 'https://github.com/acme/order-service/edit/main/catalog-info.yaml',
    };
    await renderTab(new FakeDeployments(notLinked), { ...bare, metadata: { ...bare.metadata, annotations } });
    expect(screen.getByText('github.com/project-slug: acme/order-service')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Edit catalog-info.yaml' })).toHaveAttribute(
      'href',
      annotations['backstage.io/edit-url'],
    );
  });

  it('is told apart from one whose host the portal does not know', async () => {
    await renderTab(new FakeDeployments(notLinked));
    expect(
      screen.getByRole('heading', { name: 'The repository acme/order-service is on no host that this portal knows' }),
    ).toBeInTheDocument();
    expect(screen.queryByText(/^metadata:/)).not.toBeInTheDocument();
  });
});

describe('a repository of which nothing has come in', () => {
  it('is told what to set up, with the URL of the webhook', async () => {
    await renderTab(new FakeDeployments(linkedOnly));
    expect(screen.getByRole('heading', { name: 'Nothing has come in of acme/order-service yet' })).toBeInTheDocument();
    expect(await screen.findByText('https://portal.example.com/api/deployments/webhooks/github')).toBeInTheDocument();
    expect(screen.getByText('@shipgate/backstage-plugin-deployments')).toBeInTheDocument();
  });

  it('turns into the tab by itself when the first event comes in', async () => {
    const api = new FakeDeployments(linkedOnly);
    const { signals } = await renderTab(api);
    api.answers(busy);
    await pass(1000);
    act(() => signals.send(DEPLOYMENTS_SIGNAL, { host: 'github.com', repositoryId: '4711' }));
    expect(await screen.findByRole('heading', { name: 'Environments' })).toBeInTheDocument();
  });
});

describe('a reader who may not see it', () => {
  it('is told which permission decides, who they are and whom to ask', async () => {
    await renderTab(new FakeDeployments(new DeploymentsError('not allowed', 403, { reason: 'NotAllowedError' })));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('You may not see deployments of order-service');
    expect(alert).toHaveTextContent('The permission shipgate.deployment.read decides it');
    await waitFor(() => expect(alert).toHaveTextContent('You are signed in as user:default/guest.'));
    expect(alert).toHaveTextContent('Ask orders-team, or whoever keeps the policy of the portal.');
  });
});

describe('a backend that can not answer', () => {
  it('is shown with status, cause and request, and asked again on demand', async () => {
    const api = new FakeDeployments(down);
    await renderTab(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The backend of the portal answered 503 ServiceUnavailableError: the database is not reachable.',
    );
    expect(screen.getByText(/Request 7f3c1b, for the people who run the portal/)).toBeInTheDocument();
    api.answers(busy);
    await person().click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: 'Environments' })).toBeInTheDocument();
  });

  it('is told apart from one that did not answer', async () => {
    await renderTab(new FakeDeployments(new DeploymentsError('Failed to fetch', 0)));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The backend of the portal did not answer: Failed to fetch.',
    );
  });

  it('is asked again by itself', async () => {
    const api = new FakeDeployments(down, busy);
    await renderTab(api);
    await pass(10_000);
    expect(await screen.findByRole('heading', { name: 'Environments' })).toBeInTheDocument();
  });
});

describe('stale data', () => {
  it('stays, marked with its age and the cause, until it is fresh again', async () => {
    const api = new FakeDeployments(busy);
    await renderTab(api);
    api.answers(down);
    await pass(190_000);
    expect(screen.getByText('Data as of 10:20:30 UTC, 3 min old.')).toBeInTheDocument();
    expect(screen.getByText(/What is shown may have changed/)).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'Environments' })).toBeInTheDocument();
    expect(screen.getByText('Not live', { exact: false })).toBeInTheDocument();
    api.answers(quiet);
    await person().click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByText(/What is shown may have changed/)).not.toBeInTheDocument());
    expect(screen.getByText('Nothing is going on')).toBeInTheDocument();
  });
});

describe('live data', () => {
  it('is refreshed when a signal names the repository, keeps the focus, and says what changed', async () => {
    const api = new FakeDeployments(quiet);
    const { signals } = await renderTab(api);
    await pass(1000);
    const link = screen.getByRole('link', { name: 'Run of v1.4.1 in production' });
    act(() => link.focus());
    const moved = quiet.environments.map((each) =>
      each.name === 'staging' ? environment('staging', { current: current({ id: '77', version: 'v1.5.0' }) }) : each,
    );
    api.answers({ ...quiet, environments: moved });
    act(() => signals.send(DEPLOYMENTS_SIGNAL, { host: 'github.com', repositoryId: '4711' }));
    expect(await screen.findByText('v1.5.0')).toBeInTheDocument();
    expect(link).toHaveFocus();
    expect(await screen.findByText('v1.5.0 now runs in staging')).toHaveAttribute('role', 'status');
    expect(screen.getByText(/^Live/)).toBeInTheDocument();
  });

  it('is refreshed by polling when no signal comes', async () => {
    const api = new FakeDeployments(quiet);
    await renderTab(api);
    expect(screen.getByText(/^Every 10\ss/)).toBeInTheDocument();
    api.answers(busy);
    await pass(10_000);
    expect(await screen.findByText(/1 gate fails/)).toBeInTheDocument();
  });

  it('says as of when it is', async () => {
    await renderTab(new FakeDeployments(busy));
    expect(screen.getByRole('button', { name: 'data as of 10:20:04 UTC' })).toBeInTheDocument();
  });
});

describe('a region that breaks', () => {
  it('says so in its own place, and the others stay', async () => {
    const broken = { ...busy, releases: [{ ...busy.releases[0], gates: null }] } as unknown as EntityDeployments;
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await renderTab(new FakeDeployments(broken));
    const [first] = await screen.findAllByRole('alert');
    expect(first).toHaveTextContent('could not be shown');
    expect(screen.getByRole('heading', { name: 'production' })).toBeInTheDocument();
    error.mockRestore();
  });
});
