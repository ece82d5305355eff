"""What amounts of money look like beside a number and its unit. Data only."""

from __future__ import annotations

FULL_HOUSE = r"[ ]?(?:관중|버스|지하철|전철|열차|사례|행렬|인파|객석|이루|이룬|이뤄|이 되|이 된)"
"""After a bare 만원: a full house (滿員)."""

ENGLISH_SCALES = {"million": 10**6, "billion": 10**9, "trillion": 10**12, "thousand": 10**3, "M": 10**6, "B": 10**9}
ENGLISH_SCALE = r"[ ]?(?P<scale>million|billion|trillion|thousand|Million|Billion|Trillion|[MB](?![A-Za-z]))"

# Nouns before a bare 억 that say that it is money.
BUDGET_WORDS = (
    r"(?:[국도시군구]비|시·?군비|지방비|민자|민간|자부담|자담|자비|기타|융자|보조|출연금?|출자|기금|예산|사업비|공사비|국고|교부세|특교세?"
    r"|투자|매출|영업이익|순이익|자본금|수출|수입|부담금|재원|총액|합계|본예산|추경|정부|지원금|대출|보증|펀드|등|총|모두|합쳐|약|계|당초|올해|내년)"
)
BARE_BEFORE = rf"(?:{BUDGET_WORDS}[ ]?(?:은|는|이|가)?[ ]?|[(→~][ ]?|[’'‘]\d\d(?:년|안)?\)?[ ]?)\Z"
BARE_AFTER = r"[ ]?(?:[·,/)→+]|\Z|\n|등|[가-힣]{0,2}(?:으로|로|을|를|이|가|의|에)(?![가-힣]))"
LIST_SIGNS = r"[ ]?[·,/→+]|[ ]?\)|[ ]?및|[ ]?와|[ ]?과"
