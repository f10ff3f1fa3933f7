import { refuseProduction } from './refuse-production';

describe('the demo portal', () => {
  it('does not start in production', () => {
    expect(() => refuseProduction({ NODE_ENV: 'production' })).toThrow('got: NODE_ENV=production');
  });

  it.each([{}, { NODE_ENV: 'development' }, { NODE_ENV: 'test' }])('starts with %o', (env) => {
    expect(() => refuseProduction(env)).not.toThrow();
  });
});
