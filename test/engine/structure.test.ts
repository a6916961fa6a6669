import { describe } from '@jest/globals';

import { VENDORS } from '../support/vendors';
import { itIsWellDescribed } from './wellDescribed';

describe.each(VENDORS)('the $name node', ({ node }) => itIsWellDescribed(node()));
