// k6 run --summary-export=reports/k6.json scripts/load-tests/api-load-test.js
import { check } from 'k6';
import http from 'k6/http';

const target = __ENV.TARGET || 'https://orders.staging.example.com';

export const options = {
  scenarios: {
    orders: {
      executor: 'constant-arrival-rate',
      rate: 1040,
      timeUnit: '1s',
      duration: '5m',
      preAllocatedVUs: 300,
      maxVUs: 600,
    },
  },
  thresholds: {
    http_req_duration: ['p(95)<200'],
    http_req_failed: ['rate<0.001'],
    http_reqs: ['rate>=1000'],
  },
};

export default function () {
  const answer = http.get(`${target}/api/v1/orders?limit=20`, { headers: { authorization: `Bearer ${__ENV.TOKEN}` } });
  check(answer, { 'answered with 200': (each) => each.status === 200 });
}
