import type { Settings } from './settings-api.ts';

type Tags = Settings['tags'];

/** Tags from lines: one whose name is there keeps its id, and one that was typed over keeps it in its place. */
export function tagsFrom(lines: string, before: Tags, newId: () => string): Tags {
  const names = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((name) => name !== '');
  const stays = new Map(before.filter(({ name }) => names.includes(name)).map((tag) => [tag.name, tag.id]));
  return names.map((name, index) => {
    const over = before[index];
    const id = stays.get(name) ?? (over && !stays.has(over.name) ? over.id : newId());
    stays.delete(name);
    return { id, name };
  });
}
