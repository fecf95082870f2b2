import { Cases, Histories } from '../case.model'

const MOST_STEPS = 500

/** Every photo said with the case, in order; photos of the answer stand in its step. */
export const photosOfCase = async (caseId: string): Promise<string[]> => {
  const [record, steps] = await Promise.all([
    Cases.one({ _id: caseId }, { projection: { photoFileIds: 1 } }),
    Histories.list({ caseId, photoFileIds: { $exists: true } }, { sort: { n: 1 }, limit: MOST_STEPS, projection: { photoFileIds: 1 } }),
  ])
  return [...new Set([...(record?.photoFileIds ?? []), ...steps.flatMap(({ photoFileIds }) => photoFileIds ?? [])])]
}
