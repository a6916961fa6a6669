/** Whether a search by name finds it; no `key` finds everything. */
export function named(name: string, key = ''): boolean {
	return name.toLowerCase().includes(key.toLowerCase());
}
