"""History and biography: no article date; dates count from the last one mentioned."""

STORY = """
On [1 September 1939] Germany invaded Poland. By [early October] Poland was divided. => 1939-09-01; 1939-10
On [December 7, 1941], Japan attacked. In [January], the allies met. => 1941-12-07; 1942-01
The war began in [July 1914]. In [August], Belgium fell. => 1914-07; 1914-08
In [1917] the Tsar fell. In [March] he abdicated; in [November] Lenin rose. => 1917; 1917-03; 1917-11
In [November 1918] the war ended. [The following year] a treaty was signed. => 1918-11; 1919
In [May 1940] France fell. [That same month] Belgium surrendered. => 1940-05; 1940-05
On [10 May 1940] he took office. [Three days later] he spoke. => 1940-05-10; 1940-05-13
On [10 May 1940] he took office. [The next day] he spoke. => 1940-05-10; 1940-05-11
In [1815] peace came. [Ten years later] there was a crash. => 1815; 1825
In [1815] peace came. [A century later] there was war. => 1815; 19
She was born in [1867] and moved to Paris in [1891]. In [April] she found a room. => 1867; 1891; 1891-04
In [the summer of 1914] all was quiet. In [the autumn] it was not. => 1914-SU; 1914-FA
In [1943] the tide turned. [Later that year] Italy surrendered. => 1943; 1943
In [1943] the tide turned. By [the end of the year] Italy had surrendered. => 1943; 1943
The siege of [September 1944] failed. On [September 17] the drop began. => 1944-09; 1944-09-17
The siege began on [28 June]. => XXXX-06-28
It happened in [June]. => XXXX-06
In [431 BC] war broke out. [The following year] plague came. => BC0431; BC0430
In [480 BC] Xerxes came. In [479] he left. => BC0480; BC0479
In [480 BC] Xerxes came. [Ten years earlier] his father had failed. => BC0480; BC0490
In [1990] she retired. [Two years before], she had been ill. => 1990; 1988
In [1936], before the war of [1939], he lived here. In [July] he fled. => 1936; 1939; 1939-07
He joined the party, which had begun in [1919], in [May 1923]. In [November] he marched. => 1919; 1923-05; 1923-11
In [March 1921] sailors, who had rebelled in [1905], rose again. In [April] they lost. => 1921-03; 1905; 1921-04
On [8 May 1945] it was over. [That evening] crowds danced. => 1945-05-08; 1945-05-08TEV
[Today] the house is a museum. => PRESENT_REF
In [1789] he was poor. In [1790] he was rich. [That year] he married. => 1789; 1790; 1790
In [the 1920s] she sang. In [the following decade] she danced. => 192; 193
In [the 18th century] it was a village; in [the following century] a town. => 17; 18
On [14 July 1789] the prison fell. On [4 August] privileges ended. => 1789-07-14; 1789-08-04
On [6 June 1944] troops landed. By [the end of the month] a million had. => 1944-06-06; 1944-06
On [6 June 1944] it began. On [25 August] they won. On [16 December] it snowed. => 1944-06-06; 1944-08-25; 1944-12-16
"""
