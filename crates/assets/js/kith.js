// What every staff page runs. Each part finds its own elements, and a page works without any of them.
import { openSearchOnSlash } from "./search_key.js";
import { offerPrint } from "./print.js";
import { offerReadAloud } from "./read_aloud.js";
import { countWords } from "./word_count.js";

openSearchOnSlash(document);
offerPrint(document);
offerReadAloud(document);
countWords(document);
