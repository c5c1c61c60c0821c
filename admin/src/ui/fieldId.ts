/** `variants[0].price` of the server becomes `f-variants-0-price`, the id of the field. */
export function fieldId(path: string): string {
  return `f-${path.replace(/[^\w]+/g, '-').replace(/-$/, '')}`;
}
