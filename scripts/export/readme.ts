import { name as wholeName } from '../../package.json';
import type { Vendor } from './vendors';

/** The top of the README of one vendor's package. */
const introduction = ({ name, packageName, description }: Vendor, repository: string): string => `# ${packageName}

${description}.
Made for people who build workflows by drag and drop: no row is lost, no person is contacted twice, no rate limit is exceeded, and every item reports its outcome.
This holds for every request of every operation, and is tested on the real n8n engine.

This is the part of [${wholeName}](${repository}) for ${name} on its own, with the same code. Install only one of the two: each counts limits and remembers contacts separately. Facts about several vendors at once are in that package only.
`;

/** The README of one vendor's package. @param focused the whole one, without other vendors */
export const readmeFor = (vendor: Vendor, focused: string, repository: string): string =>
	`${introduction(vendor, repository)}\n${focused.slice(focused.indexOf('## '))}`;
