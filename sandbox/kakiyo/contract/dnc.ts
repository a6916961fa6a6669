import { z } from 'zod';
import { pageQuery } from '../../server/fields';

const url = z.string().min(1);

export const listQuery = z.object(pageQuery(50, 1000)).strict();
export const checkQuery = z.object({ url }).strict();
export const addEntry = z.object({ url }).strict();
export const addBatch = z.object({ entries: z.array(addEntry).min(1) }).strict();
