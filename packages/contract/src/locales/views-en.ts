/** The words of views. */
export const viewsEn = {
  verb: {
    'view.update': 'Change views',
    'view.publish': 'Publish views',
    'view.restore': 'Restore views',
    'ticket.groups': 'See the groups of a view',
  },
  event: {
    'view.updated': '{actor} changed the view {name}[: {changes}]',
    'view.published': '{actor} published the view {name} ({audience})',
    'view.restored': '{actor} restored the view {name}',
  },
  fieldName: {
    where: 'condition',
    text: 'search words',
    order: 'order',
    columns: 'columns',
    groupBy: 'grouping',
    layout: 'layout',
    audience: 'audience',
  },
  problem: {
    'view.archived': 'This view was removed; restore it first',
    'view.shipped': 'Views that come with Baton cannot be changed; save one of your own',
  },
  field: {
    'view.columnTwice': 'A column stands twice',
    'audience.nobody': 'It has no owner, so it cannot be for its owner only',
    'view.group': 'Tickets cannot be grouped by this field',
  },
  audience: { me: 'only its owner', departments: 'some departments', everyone: 'everyone' },
  layout: { list: 'list', table: 'table', board: 'board' },
} as const
