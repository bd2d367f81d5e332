/** Pictures that every browser knows: these may be shown in a page and stand in fields of pictures. */
export const pictureTypes: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp']
