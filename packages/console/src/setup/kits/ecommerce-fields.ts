import { type KitField, option } from './kit.ts'

/** What is noted about an order and what went wrong with it. */
export const ecommerceFields: readonly KitField[] = [
  {
    key: 'platform',
    name: ['平台', 'Platform'],
    spec: {
      kind: 'choice',
      options: [
        option('taobao', '淘宝 / 天猫', 'Taobao / Tmall'),
        option('jd', '京东', 'JD'),
        option('pdd', '拼多多', 'Pinduoduo'),
        option('douyin', '抖音', 'Douyin'),
        option('weixin', '微信小店', 'Weixin Shop'),
        option('own', '自营商城', 'Own shop'),
        option('other', '其他', 'Other'),
      ],
    },
  },
  { key: 'shop', name: ['店铺', 'Shop'], spec: { kind: 'text', most: 60 } },
  { key: 'buyerId', name: ['买家 ID', 'Buyer'], spec: { kind: 'text', most: 60 }, indexed: true },
  { key: 'sku', name: ['商品 / SKU', 'Product / SKU'], spec: { kind: 'reference', to: 'product' } },
  {
    key: 'courier',
    name: ['快递公司', 'Courier'],
    spec: {
      kind: 'choice',
      options: [
        option('sf', '顺丰', 'SF'),
        option('zto', '中通', 'ZTO'),
        option('yto', '圆通', 'YTO'),
        option('sto', '申通', 'STO'),
        option('yunda', '韵达', 'Yunda'),
        option('jt', '极兔', 'J&T'),
        option('jd', '京东物流', 'JD Logistics'),
        option('ems', '邮政 EMS', 'EMS'),
        option('other', '其他', 'Other'),
      ],
    },
  },
  { key: 'waybill', name: ['快递单号', 'Waybill'], spec: { kind: 'reference', to: 'other' }, indexed: true },
  { key: 'returnNo', name: ['退回单号', 'Return waybill'], spec: { kind: 'reference', to: 'other' }, indexed: true },
  { key: 'paid', name: ['退款金额', 'Refund'], spec: { kind: 'amount', currency: 'CNY', min: 0 } },
  { key: 'compensation', name: ['补偿金额', 'Compensation'], spec: { kind: 'amount', currency: 'CNY', min: 0 } },
  {
    key: 'payTo',
    name: ['收款账户', 'Account'],
    spec: { kind: 'text', most: 100 },
    help: ['支付宝账号或银行卡号及户名', 'Alipay account, or bank card and name'],
  },
  { key: 'shipped', name: ['是否已发货', 'Shipped'], spec: { kind: 'boolean' } },
  {
    key: 'problem',
    name: ['问题现象', 'What is wrong'],
    spec: {
      kind: 'choices',
      options: [
        option('broken', '破损', 'Broken'),
        option('missing', '少件', 'Missing parts'),
        option('wrong', '错发', 'Wrong goods'),
        option('faulty', '功能故障', 'Does not work'),
        option('different', '与描述不符', 'Not as described'),
        option('unwanted', '不想要了', 'Not wanted'),
      ],
    },
  },
  {
    key: 'blame',
    name: ['责任方', 'Who is responsible'],
    spec: {
      kind: 'choice',
      options: [
        option('us', '商家', 'Us'),
        option('courier', '快递', 'Courier'),
        option('warehouse', '仓库', 'Warehouse'),
        option('supplier', '供应商', 'Supplier'),
        option('buyer', '买家', 'Buyer'),
      ],
    },
  },
  { key: 'proof', name: ['凭证图片', 'Pictures'], spec: { kind: 'pictures', most: 9 } },
  {
    key: 'parts',
    name: ['补发明细', 'What to send'],
    spec: {
      kind: 'rows',
      columns: [
        { key: 'sku', name: '商品 / SKU', nameEn: 'Product', kind: 'text', required: true },
        { key: 'count', name: '数量', nameEn: 'Count', kind: 'number', decimals: 0, required: true },
      ],
    },
  },
  { key: 'deliverTo', name: ['收货地址', 'Deliver to'], spec: { kind: 'address' } },
  {
    key: 'logisticsTrouble',
    name: ['物流问题', 'Trouble on the way'],
    spec: {
      kind: 'choice',
      options: [
        option('stuck', '停滞不动', 'Does not move'),
        option('intercept', '拦截退回', 'Intercept'),
        option('redirect', '修改地址', 'Change address'),
        option('lost', '丢件', 'Lost'),
        option('damaged', '破损', 'Damaged'),
        option('false', '虚假签收', 'Signed for falsely'),
      ],
    },
  },
  { key: 'invoiceTitle', name: ['发票抬头', 'Invoice title'], spec: { kind: 'text', most: 100 } },
  { key: 'taxNo', name: ['税号', 'Tax number'], spec: { kind: 'text', most: 30, format: 'code' } },
  { key: 'invoiceMail', name: ['收票邮箱', 'Invoice to'], spec: { kind: 'text', most: 100, format: 'email' } },
]
