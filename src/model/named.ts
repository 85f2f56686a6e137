/** An entry of the codebook, or the name of one to be made with what is coded by it. */
export type Named<Id> =
  | { readonly id: Id }
  | {
      readonly name: string;
      /** Of a speaker, as far as the article gives them. */
      readonly role?: string;
      readonly organisation?: string;
    };
