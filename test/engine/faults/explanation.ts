/** How to read docs/faults.md. */
export const INTRODUCTION = `# Fault matrix

Made by \`npm run test:faults\`; see \`test/engine/faults/\`. \`npm test\` runs a sample of it.

Every operation of all four nodes runs in n8n's own engine, over HTTP, against the sandbox. Each of its requests in turn meets each fault,
once: in a workflow, where On Error = Stop, Continue and error output take turns, and as a tool of an AI agent, where both ways in which n8n calls
tools take turns. Each of the eight shapes of a 429 comes in one of the two. Where a fault leaves open whether the vendor has done it, it has in one of
the two, and has not in the other. After a stop, Retry is pressed. The items are compared with the sandbox's journal, by rules and not by an earlier
result:

- Nothing is done twice for an item, the Retry included.
- "Done" is told of finished requests, and of nothing else; "unknown" only of requests that were on their way when the answer was lost or spoilt.
- A request that may be tried again without harm (a reading, a replacement, a deletion, any that met a 429) is done in the end.
- Every item has a word; a failure is where On Error says, and never among the successes.
- No text holds the API key or the LinkedIn password, though the answers of the faults do, and nothing goes to the other host.

The words: **done**, **read**: as if nothing had happened. **As it came**: read, and handed on as the vendor wrote it. **Started**: it is there, and the node does not know how it
goes on. **Perhaps**: it may have been done; doing it again is harmless. **Unknown**: it may have been done, is not sent again, and the user is told to look. **Not done**, **not read**: and the user is told why.
A model does not wait for a limit as long as a workflow does, and a node for a window of an hour not at all: then it is told until when.
Several words stand where the requests of an operation, or the two sides of a fault, differ. **5xx**: 500, 502, and 503 with and without Retry-After.
`;

/** The cells that say most. */
export const THREE_CELLS = `## Three cells to look at

- **KaiCalls: call > create, reset before**. The connection breaks before KaiCalls has done anything, so no one was called; the cell says *unknown*, as in **reset after**, where the phone has rung.
  From n8n's side both look the same. A second request would be right in the one and ring twice in the other, so the node sends none, says so, and does not send on Retry either.
- **Kayse: client > delete, reset after**. The deletion was carried out and its answer was lost. The node tries again, as deleting twice is harmless, is told that there is no such client, and says *done*: the client is gone, as wanted.
- **Kakiyo: prospect > add, 429**. A refusal for too many requests is the one after which even a write is sent again: the vendor says that it has not done it. The cell says *done* in all shapes in which vendors tell how long to wait.
`;
