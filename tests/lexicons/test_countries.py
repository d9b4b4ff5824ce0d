"""Countries in text: cases by kind, the false friends, and what must hold for any text."""

from __future__ import annotations

import pycountry
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nrm.errors import UnknownName
from nrm.lexicons.countries import (
    country_named,
    country_nearly_named,
    display_name,
    find_countries,
    is_country_code,
)
from nrm.lexicons.country_table import country_table


def found(text: str) -> list[tuple[str, str]]:
    return [(span.text, span.iso) for span in find_countries(text)]


def codes(text: str) -> list[str]:
    return [span.iso for span in find_countries(text)]


NAMES = [
    ("hosted in China.", [("China", "CN")]),
    ("China’s and Russia's sites", [("China", "CN"), ("Russia", "RU")]),
    ("the Netherlands’ registry", [("Netherlands", "NL")]),
    ("Netherlands hosts", [("Netherlands", "NL")]),
    ("RUSSIA and UNITED ARAB\nEMIRATES", [("RUSSIA", "RU"), ("UNITED ARAB\nEMIRATES", "AE")]),
    (
        "Türkiye, Turkiye, TÜRKİYE, Turkey",
        [("Türkiye", "TR"), ("Turkiye", "TR"), ("TÜRKİYE", "TR"), ("Turkey", "TR")],
    ),
    ("Tu\u0308rkiye", [("Tu\u0308rkiye", "TR")]),
    ("Côte d’Ivoire and COTE D'IVOIRE", [("Côte d’Ivoire", "CI"), ("COTE D'IVOIRE", "CI")]),
    ("the Kyrgyz  Republic (Kyrgyzstan)", [("Kyrgyz  Republic", "KG"), ("Kyrgyzstan", "KG")]),
    ("in Papua New\nGuinea", [("Papua New\nGuinea", "PG")]),
    (
        "Guinea, Guinea-Bissau, Equatorial Guinea",
        [("Guinea", "GN"), ("Guinea-Bissau", "GW"), ("Equatorial Guinea", "GQ")],
    ),
    ("Dominica or the Dominican Republic", [("Dominica", "DM"), ("Dominican Republic", "DO")]),
    ("Niger and Nigeria", [("Niger", "NE"), ("Nigeria", "NG")]),
    ("Samoa, American Samoa", [("Samoa", "WS"), ("American Samoa", "AS")]),
    ("Ireland and Northern Ireland", [("Ireland", "IE"), ("Northern Ireland", "GB")]),
    (
        "South Korea, North Korea, Korea",
        [("South Korea", "KR"), ("North Korea", "KP"), ("Korea", "KR")],
    ),
    ("the Republic of Korea", [("Republic of Korea", "KR")]),
    ("People’s Republic of China", [("People’s Republic of China", "CN")]),
    (
        "PRC, P.R.C., UAE, U.A.E., UK, U.K.",
        [
            ("PRC", "CN"),
            ("P.R.C.", "CN"),
            ("UAE", "AE"),
            ("U.A.E.", "AE"),
            ("UK", "GB"),
            ("U.K.", "GB"),
        ],
    ),
    ("the U.S., U. S. and U.S government", [("U.S.", "US"), ("U. S.", "US"), ("U.S", "US")]),
    (
        "U.S.-based, Canada-based, Canada‑based",
        [("U.S.", "US"), ("Canada", "CA"), ("Canada", "CA")],
    ),
    ("Canada-\nbased", [("Canada", "CA")]),
    ("Indo\u00adnesia and Indo-\nnesia", [("Indo\u00adnesia", "ID"), ("Indo-\nnesia", "ID")]),
    ("Hong Kong, China, and Vietnam", [("Hong Kong", "HK"), ("China", "CN"), ("Vietnam", "VN")]),
    ("Hong Kong SAR and Macau", [("Hong Kong SAR", "HK"), ("Macau", "MO")]),
    ("Taiwan and Macao", [("Taiwan", "TW"), ("Macao", "MO")]),
    (
        "St. Lucia, St Lucia, Saint Lucia",
        [("St. Lucia", "LC"), ("St Lucia", "LC"), ("Saint Lucia", "LC")],
    ),
    ("Bosnia & Herzegovina", [("Bosnia & Herzegovina", "BA")]),
    ("Republic of China (Taiwan)", [("Republic of China (Taiwan)", "TW")]),
    ("Burma (Myanmar)", [("Burma", "MM"), ("Myanmar", "MM")]),
    ("in China.The site", [("China", "CN")]),
    ("Czechia, the Czech Republic", [("Czechia", "CZ"), ("Czech Republic", "CZ")]),
    (
        "Congo and the Democratic Republic of the Congo",
        [("Congo", "CG"), ("Democratic Republic of the Congo", "CD")],
    ),
    ("Brazil/Paraguay", [("Brazil", "BR"), ("Paraguay", "PY")]),
    ("Amman, Jordan; in Jordan, Jordan Customs", [("Jordan", "JO")] * 3),
    (
        "Georgia and Armenia; Tbilisi, Georgia",
        [("Georgia", "GE"), ("Armenia", "AM"), ("Georgia", "GE")],
    ),
    ("Although Jordan is open", [("Jordan", "JO")]),
    (
        "Guernsey, Jersey and the Isle of Man",
        [("Guernsey", "GG"), ("Jersey", "JE"), ("Isle of Man", "IM")],
    ),
    ("Chad, Mali and Togo", [("Chad", "TD"), ("Mali", "ML"), ("Togo", "TG")]),
    ("the Emirates", [("Emirates", "AE")]),
    ("TAIWAN, THAILAND", [("TAIWAN", "TW"), ("THAILAND", "TH")]),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected
    assert all(span.subtype == "name" for span in find_countries(text))


ADJECTIVES = [
    ("a Chinese site", "CN"),
    ("Russian-hosted", "RU"),
    ("Dutch servers", "NL"),
    ("two Filipinos", "PH"),
    ("the Swiss provider", "CH"),
    ("Turkish users", "TR"),
    ("South Korean courts", "KR"),
    ("Thai police", "TH"),
    ("CHINESE MARKETS", "CN"),
    ("Russians", "RU"),
    ("Polish authorities", "PL"),
    ("Saudi officials", "SA"),
    ("Papua New Guinean", "PG"),
    ("Sino-foreign ventures", "CN"),
    ("a Nigerien firm", "NE"),
    ("Indian courts", "IN"),
    ("the English Premier League", "GB"),
    ("Kyrgyz customs", "KG"),
]


@pytest.mark.parametrize(("text", "iso"), ADJECTIVES)
def test_adjectives(text: str, iso: str) -> None:
    assert [(span.iso, span.subtype) for span in find_countries(text)] == [(iso, "adjective")]


FALSE_FRIENDS = [
    "Atlanta, Georgia",
    "the State of Georgia",
    "the state of Georgia",
    "Fulton County, Georgia",
    "Georgia (the state)",
    "Georgia’s legislature",
    "Georgia-Pacific",
    "Jordan Walsh said",
    "Florida and Georgia",
    "Georgia, Alabama",
    "GEORGIA 30303",
    "the Northern District of Georgia",
    "Georgia Tech",
    "University of Georgia",
    "Michael Jordan",
    "Mr. Jordan",
    "Ms. Jordan",
    "Jordan brand shoes",
    "Jordan sneakers",
    "Jordan Smith",
    "Air Jordan",
    "Nike and Jordan",
    "Nike, Jordan, and Adidas",
    "Jordan, Nike",
    "Jordan XI",
    "M. Jordan",
    "turkey",
    "a Turkey sandwich",
    "roast Turkey",
    "Chad Smith",
    "Mr. Chad",
    "Senator Chad",
    "Indiana",
    "oman",
    "New Mexico",
    "NEW MEXICO",
    "Gulf of Mexico",
    "Mexico City",
    "Indian Ocean",
    "South China Sea",
    "the Panama hat",
    "to go",
    "polish",
    "Polish your",
    "NAIL POLISH",
    "New Jersey",
    "football jersey",
    "Football Jersey",
    "Jersey sales",
    "Guinea pigs",
    "Kathy Ireland",
    "Tom Holland",
    "Latin American",
    "North American",
    "Central America",
    "Native American",
    "Spanish-language sites",
    "Russian-speaking users",
    "the Portuguese language",
    "translated into English",
    "translated into Spanish and French",
    "in English",
    "Chinese subtitles",
    "Family Reunion",
    "CONTACT US",
    "US$5 million",
    "U.S. $5 million",
    "contact us",
    "Us",
    "Peru, Indiana",
    "Lebanon, Pennsylvania",
    "Niger Delta",
    "Lake Chad",
    "Canada Goose",
    "American Express",
    "Bank of America",
    "Recording Industry Association of America",
    "made-in-china.com",
    "Made-in-China.com",
    "India.com",
    "www.China.example",
    "https://a.example/China/x",
    "@China",
    "China@mail.example",
    "IndiaMART",
    "Chinatown",
    "Virgin Islands",
    "St. Martin’s Press",
    "Brazil nut",
    "Emirates Airlines",
    "2China",
    "China_",
]


@pytest.mark.parametrize("text", FALSE_FRIENDS)
def test_false_friends(text: str) -> None:
    assert found(text) == []


def test_a_false_friend_does_not_hide_the_next_mention() -> None:
    assert codes("New Mexico and Mexico; Georgia, Alabama; Georgia; Michael Jordan in Jordan") == [
        "MX",
        "GE",
        "JO",
    ]


@pytest.mark.parametrize("country", list(pycountry.countries), ids=lambda country: country.alpha_2)
def test_every_iso_name_is_known(country: object) -> None:
    code: str = country.alpha_2  # type: ignore[attr-defined]
    assert is_country_code(code)
    for attribute in ("name", "common_name", "official_name"):
        name = getattr(country, attribute, None)
        if name is not None:
            assert country_named(name) == code, name
            assert country_named(name.upper()) == code, name


def test_no_code_beyond_iso_but_kosovo() -> None:
    assert set(country_table().countries) - {c.alpha_2 for c in pycountry.countries} == {"XK"}


@pytest.mark.parametrize("iso", sorted(country_table().countries))
def test_display_names_name_their_country(iso: str) -> None:
    name = display_name(iso)
    assert country_named(name) == iso
    assert country_named(f" 12. THE {name.removeprefix('The ').upper()}: ") == iso
    # In a sentence, Jersey and Emirates need a word before them that leads to a place.
    assert codes(f"sold in {name.removeprefix('The ')} again") == [iso]
    assert len(country_table().countries[iso].names) == len(
        set(country_table().countries[iso].names)
    )


def test_no_name_stands_for_two_countries() -> None:
    owners: dict[str, str] = {}
    for country in country_table().countries.values():
        for name in (country.display, *country.names, *country.whole):
            assert country_named(name) == country.iso, name
            assert owners.setdefault(name.lower(), country.iso) == country.iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("CHINA", "CN"),
        ("3.China", "CN"),
        ("a) U.K.:", "GB"),
        ("the Netherlands", "NL"),
        ("3. Vietnam", "VN"),
        ("(4) Peru", "PE"),
        ("IV. Spain:", "ES"),
        ("Korea, Republic of", "KR"),
        ("korea", "KR"),
        ("Hong Kong, China", "HK"),
        ("Turkiye", "TR"),
        ("VIET NAM", "VN"),
        ("Thailand —", "TH"),
        ("UNITED\nARAB EMIRATES", "AE"),
        ("U.A.E.", "AE"),
        ("uk", "GB"),
        ("CÔTE D’IVOIRE", "CI"),
        ("Saint Kitts & Nevis", "KN"),
        ("Jersey", "JE"),
        ("Georgia", "GE"),
        ("Chinese", None),
        ("China Mall", None),
        ("", None),
        ("...", None),
        ("the", None),
        ("Mexico City", None),
        ("New Mexico", None),
        ("China and India", None),
        ("Online Markets", None),
        ("12", None),
        (",", None),
    ],
)
def test_whole_strings(text: str, iso: str | None) -> None:
    assert country_named(text) == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("KRYGYZ REPUBLIC", "KG"),
        ("MAALYSIA", "MY"),
        ("Equador", "EC"),
        ("Phillipines", "PH"),
        ("Philipines", "PH"),
        ("Kazahkstan", "KZ"),
        ("VEITNAM", "VN"),
        ("Untied Arab Emirates", "AE"),
        ("SAUDI ARABAI", "SA"),
        ("INDONEISA", "ID"),
        ("Uraguay", "UY"),
        ("Paraquay", "PY"),
        ("Mexcio", "MX"),
        ("Dominican Repubilc", "DO"),
        ("Hong Kogn", "HK"),
        ("SINGAPOR", "SG"),
        ("Ukriane", "UA"),
        ("Argentia", "AR"),
        ("Cambodai:", "KH"),
    ],
)
def test_misspelt_names(text: str, iso: str) -> None:
    near = country_nearly_named(text)
    assert near is not None
    assert near[0] == iso
    assert 75 < near[1] < 100


def test_a_name_without_a_slip_scores_100() -> None:
    assert country_nearly_named("Thailand") == ("TH", 100.0)


@pytest.mark.parametrize(
    "text",
    [
        "ONLINE MARKETS",
        "PHYSICAL MARKETS",
        "Positive Developments",
        "Results",
        "Overview",
        "Issue Focus",
        "Armenian",
        "AUSTRALIANS",
        "Indonesian",
        "Granada",
        "Columbia",
        "Olivia",
        "Magnolia",
        "Bolivar",
        "Santa Lucia",
        "Austrlia",  # one letter from both Austria and Australia
        "Iram",
        "Chin",
        "Peril",
        "Cuban",
        "Omaha",
        "Malibu",
        "Jakarta",
        "Mangalore",
        "Manila",
        "Bangkok",
        "Lagos",
        "New Delhi",
        "Tank Road, Delhi",
        "Central Market",
        "Silk Market",
        "Hong Kong Bazaar",
        "Ladies Market",
        "Deira District",
        "La Salada",
        "Gamarra",
        "Tepito",
        "Quiapo",
        "Petrivka Market",
        "Pacific Mall",
        "MBK Center",
        "Mercado San Juan de Dios",
        "Ciudad del Este",
        "Taobao",
        "Turbobit",
        "Uploaded",
        "Spider",
        "Amazon",
        "Cuevana",
        "Category",
        "Search",
        "Cyberlockers",
        "Linking",
        "North",
        "Republic",
        "Kingdom",
        "Islands",
        "Territory",
        "Mainland",
        "Guiana",
        "Georgina",
        "Romana",
        "Sweeden Park",
        "France Market",
        "",
        "12",
        "a",
    ],
)
def test_what_is_no_misspelt_name(text: str) -> None:
    assert country_nearly_named(text) is None


def test_unknown_codes() -> None:
    assert not is_country_code("XX")
    assert not is_country_code("cn")
    with pytest.raises(UnknownName, match="ISO 3166-1"):
        display_name("XX")


PIECES = st.sampled_from(
    [
        "China",
        "Papua",
        "New",
        "Guinea",
        "Bissau",
        "U.S.",
        "U.",
        "S.",
        "St.",
        "Lucia",
        "Georgia",
        "Atlanta",
        "Jordan",
        "Korea",
        "Republic of",
        " ",
        "\n",
        ", ",
        "-",
        "-\n",
        "’",
        "’s",
        "\u00ad",
        "the",
        "The",
        "and",
        "&",
        "Côte d",
        "İ",
        "ivoire",
        "Ivoire",
        "Mexico",
        "City",
        ".com",
        "www.",
        "@",
        "(",
        ")",
        "\u0308",
        "TURKEY",
        "Hong",
        "Kong",
        "US",
        "$",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES).map("".join), st.lists(PIECES).map(" ".join)))
@example("U.S.A.S.")
@example("A.\u00a0B.")
def test_spans_are_sound_in_any_text(text: str) -> None:
    position = 0
    for span in find_countries(text):
        assert position <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.text
        assert is_country_code(span.iso)
        position = span.end


@given(st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=6).map(" ".join)))
def test_whole_strings_of_any_kind(text: str) -> None:
    named = country_named(text)
    near = country_nearly_named(text)
    if named is not None:
        assert near == (named, 100.0)
    elif near is not None:
        assert is_country_code(near[0])
        assert 0 < near[1] < 100
