//! Latin letters for single letters of other alphabets: tables, and nothing but tables.

/// What a letter with a mark sounds like in English spelling, where dropping the mark misleads.
pub(super) fn said(c: char) -> Option<&'static str> {
    Some(match c {
        'ç' | 'č' | 'ć' => "ch",
        'ş' | 'š' | 'ś' | 'ș' => "sh",
        'ž' | 'ż' | 'ź' => "zh",
        'ğ' => "",
        'ą' => "on",
        'ę' => "en",
        'ñ' | 'ń' => "ny",
        _ => return None,
    })
}

/// Latin letters for one small letter that has no plain form by itself.
pub(super) fn latin(c: char) -> Option<&'static str> {
    extended_latin(c).or_else(|| cyrillic(c)).or_else(|| greek(c)).or_else(|| arabic(c))
}

fn extended_latin(c: char) -> Option<&'static str> {
    Some(match c {
        'ł' => "l",
        'ı' => "i",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ħ' => "h",
        'ə' => "e",
        'ŋ' => "ng",
        _ => return None,
    })
}

/// Russian, Ukrainian and Bulgarian letters; accented ones arrive here without their accent.
fn cyrillic(c: char) -> Option<&'static str> {
    #[rustfmt::skip]
    const LETTERS: [(char, &str); 34] = [
        ('а', "a"), ('б', "b"), ('в', "v"), ('г', "h"), ('ґ', "g"), ('д', "d"), ('е', "e"),
        ('э', "e"), ('є', "ye"), ('ж', "zh"), ('з', "z"), ('и', "y"), ('і', "y"), ('ы', "y"),
        ('к', "k"), ('л', "l"), ('м', "m"), ('н', "n"), ('о', "o"), ('п', "p"), ('р', "r"),
        ('с', "s"), ('т', "t"), ('у', "u"), ('ф', "f"), ('х', "kh"), ('ц', "ts"), ('ч', "ch"),
        ('ш', "sh"), ('щ', "shch"), ('ъ', ""), ('ь', ""), ('ю', "yu"), ('я', "ya"),
    ];
    find(&LETTERS, c)
}

fn greek(c: char) -> Option<&'static str> {
    #[rustfmt::skip]
    const LETTERS: [(char, &str); 25] = [
        ('α', "a"), ('β', "v"), ('γ', "g"), ('δ', "d"), ('ε', "e"), ('ζ', "z"), ('η', "i"),
        ('θ', "th"), ('ι', "i"), ('κ', "k"), ('λ', "l"), ('μ', "m"), ('ν', "n"), ('ξ', "x"),
        ('ο', "o"), ('π', "p"), ('ρ', "r"), ('σ', "s"), ('ς', "s"), ('τ', "t"), ('υ', "i"),
        ('φ', "f"), ('χ', "ch"), ('ψ', "ps"), ('ω', "o"),
    ];
    find(&LETTERS, c)
}

/// Arabic, Persian and Urdu consonants and long vowels; short vowels are not written.
fn arabic(c: char) -> Option<&'static str> {
    #[rustfmt::skip]
    const LETTERS: [(char, &str); 45] = [
        ('ا', "a"), ('ع', "a"), ('ب', "b"), ('پ', "p"), ('ت', "t"), ('ط', "t"), ('ٹ', "t"),
        ('ث', "s"), ('س', "s"), ('ص', "s"), ('ج', "j"), ('چ', "ch"), ('ح', "h"), ('ه', "h"),
        ('ہ', "h"), ('ة', "h"), ('ھ', "h"), ('خ', "kh"), ('د', "d"), ('ض', "d"), ('ڈ', "d"),
        ('ذ', "z"), ('ز', "z"), ('ظ', "z"), ('ر', "r"), ('ڑ', "r"), ('ژ', "zh"), ('ش', "sh"),
        ('غ', "gh"), ('ف', "f"), ('ق', "q"), ('ك', "k"), ('ک', "k"), ('گ', "g"), ('ل', "l"),
        ('م', "m"), ('ن', "n"), ('ں', "n"), ('و', "u"), ('ي', "i"), ('ی', "i"), ('ى', "i"),
        ('ے', "i"), ('ء', ""), ('ـ', ""),
    ];
    find(&LETTERS, c)
}

fn find(letters: &[(char, &'static str)], c: char) -> Option<&'static str> {
    letters.iter().find(|(letter, _)| *letter == c).map(|(_, latin)| *latin)
}
