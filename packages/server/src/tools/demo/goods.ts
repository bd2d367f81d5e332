/** What the shop sells, what it costs about, and what there is to choose. */
export interface Good {
  name: string
  price: number
  specs: readonly string[]
}

const colours = ['云白色', '深空灰', '薄荷绿'] as const

export const goods: readonly Good[] = [
  { name: '晨光扫地机器人S5', price: 2299, specs: ['白色自清洁款', '黑色标准款'] },
  { name: '晨光空气炸锅6L', price: 399, specs: colours },
  { name: '晨光破壁机静音款', price: 569, specs: ['1.75L香槟金', '1.2L云白色'] },
  { name: '晨光电饭煲IH', price: 459, specs: ['3L云白色', '4L深空灰'] },
  { name: '晨光除湿机20L', price: 1299, specs: ['家用款', '地下室加强款'] },
  { name: '晨光加湿器无雾版', price: 329, specs: colours },
  { name: '晨光空气净化器Pro', price: 1599, specs: ['除甲醛款', '母婴款'] },
  { name: '晨光洗地机H2', price: 1899, specs: ['单滚刷', '双滚刷'] },
  { name: '晨光吸尘器V9', price: 899, specs: ['标准配件', '除螨套装'] },
  { name: '晨光取暖器石墨烯', price: 369, specs: ['踢脚线款', '立式款'] },
  { name: '晨光循环扇', price: 269, specs: colours },
  { name: '晨光净水器800G', price: 1999, specs: ['厨下式', '台上式'] },
  { name: '晨光电热水壶恒温', price: 159, specs: ['1.5L云白色', '0.8L便携款'] },
  { name: '晨光养生壶', price: 189, specs: colours },
  { name: '晨光烤箱38L', price: 499, specs: ['搪瓷内胆', '不锈钢内胆'] },
  { name: '晨光洗碗机10套', price: 2799, specs: ['嵌入式', '独立式'] },
  { name: '晨光挂烫机', price: 299, specs: colours },
  { name: '晨光电动牙刷', price: 199, specs: ['樱花粉', '海洋蓝'] },
  { name: '晨光吹风机高速款', price: 399, specs: ['樱花粉', '深空灰'] },
  { name: '晨光筋膜枪', price: 329, specs: ['便携款', '专业款'] },
  { name: '晨光智能门锁', price: 1299, specs: ['人脸识别款', '指纹款'] },
  { name: '晨光智能马桶盖', price: 1099, specs: ['即热款', '储热款'] },
  { name: '晨光投影仪1080P', price: 1799, specs: ['家用款', '便携款'] },
  { name: '晨光护眼台灯', price: 259, specs: ['国AA级', '国A级'] },
]

export const couriers = ['顺丰', '中通', '圆通', '韵达', '京东快递', '邮政EMS', '极兔', '德邦'] as const

export const cities = [
  '杭州',
  '上海',
  '北京',
  '广州',
  '深圳',
  '成都',
  '武汉',
  '南京',
  '西安',
  '重庆',
  '苏州',
  '长沙',
  '郑州',
  '青岛',
  '合肥',
  '厦门',
  '昆明',
  '沈阳',
  '哈尔滨',
  '济南',
  '福州',
  '宁波',
  '天津',
  '南昌',
  '贵阳',
  '太原',
] as const
