"""Which words of a sentence are names: each row a sentence and its names as written, in order, nested ones after."""

from __future__ import annotations

import pytest

SENTENCES = [
    ("The United States and Iran signed the accord.", "United States | Iran"),
    ("Prime Minister Rishi Sunak met King Charles in London.", "Prime Minister Rishi Sunak | King Charles | London"),
    ("US President Barack Obama spoke on Tuesday.", "US President Barack Obama | US"),
    ("The mayor Luca Pastorino refused.", "Luca Pastorino"),
    ("English captain Harry Kane scored twice.", "Harry Kane"),
    ("Meta Platforms CEO Mark Zuckerberg replied in May.", "Meta Platforms CEO Mark Zuckerberg | Meta Platforms"),
    ("A study by the University of Sheffield was published.", "University of Sheffield | Sheffield"),
    ("The Italian Supreme Court of Cassation ruled on July 8.", "Supreme Court of Cassation"),
    ("The British Red Cross sent help to Banda Aceh.", "British Red Cross | Banda Aceh"),
    ("The Food and Drug Administration approved the vaccine.", "Food and Drug Administration"),
    ("Marks and Spencer closed a shop in Leeds.", "Marks and Spencer | Leeds"),
    ("Syria and Yemen were hit hardest.", "Syria | Yemen"),
    ("South Korea beat Sweden 1 – 0 in Busan.", "South Korea | Sweden | Busan"),
    ("Park Geun-hye was impeached in Seoul.", "Park Geun-hye | Seoul"),
    ("Charles de Gaulle resigned in 1969.", "Charles de Gaulle"),
    ("Ursula von der Leyen praised the deal.", "Ursula von der Leyen"),
    ("Bashar al-Assad fled to Moscow.", "Bashar al-Assad | Moscow"),
    ("Osama bin Laden was killed in Abbottabad, Pakistan.", "Osama bin Laden | Abbottabad | Pakistan"),
    ("Martin Luther King, Jr. was shot in Memphis.", "Martin Luther King, Jr. | Memphis"),
    ("Rolls-Royce and Coca-Cola declined to comment.", "Rolls-Royce | Coca-Cola"),
    ("AT&T sued the Federal Trade Commission.", "AT&T | Federal Trade Commission"),
    ("The strike was planned by al-Qaeda.", "al-Qaeda"),
    ("He lived in Port-au-Prince and in Mar-a-Lago.", "Port-au-Prince | Mar-a-Lago"),
    ("President Bill Clinton Thursday condemned the bombings.", "President Bill Clinton"),
    ("The U.N.-Iraq accord was worked out by Kofi Annan.", "U.N. | Iraq | Kofi Annan"),
    ("Montedison S.p.A. agreed to buy shares.", "Montedison S.p.A."),
    ("Boeing unveiled the Boeing 787 in Everett, Washington.", "Boeing | Boeing 787 | Boeing | Everett | Washington"),
    ("Apple unveiled the iPhone 4 in San Francisco.", "Apple | iPhone 4 | San Francisco"),
    ("The London-based bank hired staff.", "London"),
    ("US-led troops entered Baghdad.", "US | Baghdad"),
    ("However, Turkey objected.", "Turkey"),
    ("Officials said Monday that 40 people died.", ""),
    ("In March the talks resumed.", ""),
    ("Yesterday Google announced a partnership with NASA.", "Google | NASA"),
    ("The Guardian reported that Hezbollah fired rockets.", "Guardian | Hezbollah"),
    ("Police in Nairobi arrested three men.", "Nairobi"),
    ("The Kenyan president visited Addis Ababa.", "Addis Ababa"),
    ("The Belgians won.", "Belgians"),
    ("Sri Lankan police clashed with Tamil protesters.", ""),
    ("Minister of Education Stefania Giannini spoke.", "Minister of Education Stefania Giannini"),
    ("The World Health Organization (WHO) declared an emergency.", "World Health Organization | WHO"),
    ("Lockheed Martin won the contract from the U.S. Air Force.", "Lockheed Martin | U.S. Air Force | U.S."),
    ("The team plays at the Volgograd Arena.", "Volgograd Arena | Volgograd"),
    ("Barcelona’s Lionel Messi signed.", "Barcelona | Lionel Messi"),
    ("Hamas’ leaders met in Doha.", "Hamas | Doha"),
    ("Sinn Féin won in Northern Ireland.", "Sinn Féin | Northern Ireland"),
    ("The CEO bought a TV and a DVD.", ""),
    ("Michael O'Leary runs Ryanair.", "Michael O'Leary | Ryanair"),
    ("The Ministry of Defence denied it.", "Ministry of Defence"),
    ("Washington, D.C. was quiet.", "Washington, D.C."),
    ("The New York Times first reported it.", "New York Times | New York"),
    ("A study of aging was published by AS Heagle in 1989.", "AS Heagle"),
    ("It holds 8 GB of songs.", ""),
    ("Security Pacific Corp. bought a Mass.-based bank.", "Security Pacific Corp."),
    ("General Motors Corp. bought a small bank.", "General Motors Corp."),
    ("The Lloyd's List International newspaper, which watches ships, said so.", "Lloyd's List International"),
    ("Young's Market Co. said it will merge.", "Young's Market Co."),
    ("Puerto Rico Police Superintendent Pedro Toledo urged calm.",
     "Puerto Rico Police | Puerto Rico | Superintendent Pedro Toledo"),
    ("Instagram Adam Mosseri said so.", "Instagram | Adam Mosseri"),
    ("California Democrat Barbara Lee voted against it.", "California Democrat Barbara Lee | California"),
    ("The Cuban American National Foundation objected.", "Cuban American National Foundation"),
    ("Shares of Wal - Mart fell on Monday.", "Wal - Mart"),
    ("Stephen King wrote a book on Martin Luther King.", "Stephen King | Martin Luther King"),
    ("She spoke of Islamophobia and of Communism.", ""),
    ("He read the All Progressives Congress (APC) plan.", "All Progressives Congress | APC"),
    ("The Aircraft Communications Addressing and Reporting System (ACARS) failed.",
     "Aircraft Communications Addressing and Reporting System | ACARS"),
    ("The CEI (Italian Episcopal Conference) met.", "CEI | Italian Episcopal Conference"),
    ("Twittergave no reason, and Twitter is silent.", "Twitter | Twitter"),
    ("CAGUAS, Puerto Rico (AP) -- Police freed a man.", "CAGUAS | Puerto Rico"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "names"), SENTENCES)
def test_names_of_a_sentence(find, sentence, names):
    found = find(sentence)
    written = [mention.passage.of(sentence) for mention in found.mentions if mention.form == "name"]
    assert written == [name.strip() for name in names.split("|") if name.strip()]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The State pays for it. The schools belong to the State.", "State | State"),
        ("He looked at the Department page.", ""),
        ("They were marked CONFIDENTIAL by the FBI.", "FBI"),
        ("Google Chrome gained users.", "Google"),
        ("Boeing Commercial Airplanes is in Seattle.", "Boeing Commercial Airplanes | Boeing | Seattle"),
        ("Apple Corps sued in London.", "Apple Corps | London"),
        ("He came from Irving, Texas. The Irving Police Department asked him.",
         "Irving | Texas | Irving Police Department | Irving"),
    ],
)  # fmt: skip
def test_bodies_named_by_one_word_and_names_inside_names(find, text, names):
    found = find(text)
    kinds = {actor.id: actor.kind for actor in found.actors}
    written = [m.passage.of(text) for m in found.mentions if m.form == "name" and kinds[m.actor] != "other"]
    assert written == [name.strip() for name in names.split("|") if name.strip()]
