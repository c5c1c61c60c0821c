import { client, take } from '../api/client';

export function loadCategories() {
  return take(client.GET('/api/admin/categories'));
}
