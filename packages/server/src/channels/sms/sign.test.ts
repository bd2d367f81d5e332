import { describe, expect, test } from 'vitest'
import { aliyunAuthorization, aliyunCanonical, aliyunQuery, sha256 } from './sign-aliyun.ts'
import { tencentAuthorization } from './sign-tencent.ts'

/** The vectors of channels.md, section 7: the providers' own documents. */
describe('Alibaba Cloud’s V3 signature', () => {
  const call = {
    method: 'POST',
    path: '/',
    query: {
      ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd',
      RegionId: 'cn-shanghai',
    },
    headers: {
      host: 'ecs.cn-shanghai.aliyuncs.com',
      'x-acs-action': 'RunInstances',
      'x-acs-version': '2014-05-26',
      'x-acs-date': '2023-10-26T10:22:32Z',
      'x-acs-signature-nonce': '3156853299f313e23d1673dc12e1703d',
      'x-acs-content-sha256': sha256(''),
    },
    body: '',
  }

  test('the canonical request', () => {
    const hash = sha256(aliyunCanonical(call).canonical)
    expect(hash.slice(0, 8)).toBe('7ea06492')
    expect(hash.slice(-6)).toBe('b1e259')
  })

  test('the signature', () => {
    expect(aliyunAuthorization(call, 'YourAccessKeyId', 'YourAccessKeySecret')).toBe(
      'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
    )
  })

  test('what else is in the headers is not signed', () => {
    const more = { ...call, headers: { ...call.headers, 'user-agent': 'Baton', authorization: 'x' } }
    expect(aliyunCanonical(more)).toEqual(aliyunCanonical(call))
  })

  test.each([
    [{ b: '1', a: '2', A: '3' }, 'A=3&a=2&b=1'],
    [{ q: "a b+c*d~e!f'(g)" }, 'q=a%20b%2Bc%2Ad~e%21f%27%28g%29'],
    [{ 签: '【晨光】' }, '%E7%AD%BE=%E3%80%90%E6%99%A8%E5%85%89%E3%80%91'],
    [{ json: '{"code":"1"}' }, 'json=%7B%22code%22%3A%221%22%7D'],
  ])('%o is sent as %s', (query, expected) => {
    expect(aliyunQuery(query)).toBe(expected)
  })
})

test('Tencent Cloud’s TC3 signature', () => {
  const body = '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}'
  const authorization = tencentAuthorization(
    {
      service: 'cvm',
      headers: { 'content-type': 'application/json; charset=utf-8', host: 'cvm.tencentcloudapi.com' },
      body,
      timestamp: 1551113065,
    },
    'AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE',
    'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE',
  )
  expect(authorization).toBe(
    'TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host, Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168',
  )
})
