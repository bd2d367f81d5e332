import { describe, expect, test } from 'vitest'
import { callbacks } from './callbacks.ts'

/** As the providers' documents show them. */
describe('receipts', () => {
  test('of Alibaba Cloud', () => {
    const pushed = [
      {
        phone_number: '13900000001',
        send_time: '2026-11-22 11:12:13',
        report_time: '2026-11-22 11:12:15',
        success: true,
        err_code: 'DELIVERED',
        err_msg: '用户接收成功',
        sms_size: '1',
        biz_id: '12345',
        out_id: '67890',
      },
      { phone_number: '13900000002', success: false, err_code: 'UNDELIV', err_msg: '空号', biz_id: '12346' },
    ]
    expect(callbacks.aliyun.receipts(pushed)).toEqual([
      {
        deliveryId: '67890',
        providerId: '12345',
        arrived: true,
        why: 'DELIVERED 用户接收成功',
        at: new Date('2026-11-22T03:12:15Z'),
      },
      { deliveryId: null, providerId: '12346', arrived: false, why: 'UNDELIV 空号', at: null },
    ])
    expect(callbacks.aliyun.thanks).toEqual({ code: 0, msg: '接收成功' })
  })

  test('of Tencent Cloud', () => {
    const pushed = [
      {
        user_receive_time: '2026-11-22 11:12:15',
        nationcode: '86',
        mobile: '13900000001',
        report_status: 'FAIL',
        errmsg: 'MBBLACK',
        description: '黑名单',
        sid: '2019:3',
      },
    ]
    expect(callbacks.tencent.receipts(pushed)).toMatchObject([
      { deliveryId: null, providerId: '2019:3', arrived: false, why: 'MBBLACK 黑名单' },
    ])
    expect(callbacks.tencent.thanks).toEqual({ result: 0, errmsg: 'OK' })
  })

  test('of a gateway, one or many', () => {
    expect(callbacks.gateway.receipts({ id: 'a', arrived: 'true' })).toMatchObject([{ deliveryId: 'a', arrived: true }])
    expect(callbacks.gateway.receipts([{ providerId: 7, arrived: false, why: '停机' }])).toMatchObject([
      { providerId: '7', arrived: false, why: '停机' },
    ])
  })
})

describe('what customers write', () => {
  test('by Alibaba Cloud', () => {
    const pushed = [
      {
        phone_number: '13900000001',
        send_time: '2026-11-22 11:12:13',
        content: '还没好',
        sign_name: '晨光',
        dest_code: '106900001',
        sequence_id: 1234567890,
      },
    ]
    expect(callbacks.aliyun.incoming(pushed)).toEqual([
      { key: '1234567890', phone: '13900000001', text: '还没好', sentAt: new Date('2026-11-22T03:12:13Z') },
    ])
  })

  test('by Tencent Cloud, without an id: the same message has the same key', () => {
    const pushed = { extend: '01', mobile: '13900000001', nationcode: '86', sign: '晨光', text: '5', time: 1763000000 }
    const [first] = callbacks.tencent.incoming(pushed) ?? []
    const [again] = callbacks.tencent.incoming({ ...pushed, extend: '02' }) ?? []
    const [other] = callbacks.tencent.incoming({ ...pushed, text: '4' }) ?? []
    expect(first?.phone).toBe('+8613900000001')
    expect(again?.key).toBe(first?.key)
    expect(other?.key).not.toBe(first?.key)
    expect(callbacks.tencent.incoming({ ...pushed, mobile: '+8613900000001' })?.[0]?.phone).toBe('+8613900000001')
  })
})

test.each([null, 'text', 7, [1], [null], Array(1001).fill({})])('%j is nothing that anybody pushes', body => {
  for (const one of Object.values(callbacks)) {
    expect(one.receipts(body)).toBeUndefined()
    expect(one.incoming(body)).toBeUndefined()
  }
})

test('what cannot be read in it is left out', () => {
  expect(callbacks.aliyun.incoming([{}, { phone_number: '1', content: {} }])).toMatchObject([{ phone: '1', text: '' }])
})
