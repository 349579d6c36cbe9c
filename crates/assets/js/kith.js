// What every staff page runs. Each part finds its own elements, and a page works without any of them.
import { offerCopy } from "./copy.js";
import { keepDrafts } from "./draft.js";
import { offerReplay } from "./drawing.js";
import { listenForKeys } from "./keys.js";
import { offerPrint } from "./print.js";
import { offerReadAloud } from "./read_aloud.js";
import { countWords } from "./word_count.js";

keepDrafts(document);
listenForKeys(document);
offerCopy(document);
offerPrint(document);
offerReadAloud(document);
offerReplay(document);
countWords(document);
