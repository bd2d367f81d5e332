/** 派单的用语：为什么给了这个人，为什么还在等 */
export const dispatchZhCN = {
  dispatch: {
    comma: '、',
    why: '为什么到这里？',
    whyWaiting: '为什么还在等？',
    chosen: '{{name}} 在线，手中 {{load}} / {{capacity}}，工作量占比最小',
    step: {
      siblings: '本部门无人可接，由同级的{{department}}接手',
      default: '本部门与同级部门无人可接，由默认部门{{department}}接手',
    },
    needs: '需要技能：{{skills}}',
    now: '现在派单会给 {{name}}（手中 {{load}} / {{capacity}}）',
    nobody: '现在没有人可派',
    offDuty: '本部门能处理的人都不在线，等他们上线',
    claims: '本部门由成员自行领取，不自动派单',
    noOne: '没有能处理这张工单的人',
    others: '没有派给',
    rest: '另有{{reasons}}',
    count: '{{count}} 人{{why}}',
    reason: {
      right: '无权处理',
      skill: '缺少技能',
      offline: '不在线',
      busy: '忙碌',
      break: '小休',
      away: '离开',
      full: '已满',
      busier: '手中更多',
      later: '刚接过单',
    },
  },
} as const
