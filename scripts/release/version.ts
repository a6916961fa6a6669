const NUMBERS = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;

function numbersOf(version: string): number[] {
	const [, ...numbers] = NUMBERS.exec(version) ?? [];
	return numbers.map(Number);
}

const isBefore = (version: string, other: string): boolean => {
	const others = numbersOf(other);
	const different = numbersOf(version).findIndex((number, place) => number !== others[place]);
	return different >= 0 && (numbersOf(version)[different] ?? 0) < (others[different] ?? 0);
};

/**
 * What speaks against a version (https://semver.org). npm would install a pre-release by default.
 * @param current that of package.json, which may not have been released yet
 */
export function againstVersion(version: string | undefined, current: string): string[] {
	if (!version || !NUMBERS.test(version))
		return [`"${version ?? ''}" is no version such as 1.2.3. Usage: npm run release -- <version> [--dry-run]`];
	return isBefore(version, current) ? [`${version} is before ${current}, the version of package.json`] : [];
}
