"""Languages told by script, by letters and by function words; what says too little is `und`."""

import pytest

from normalize.text.language import language

TEXTS = [
    ("ar", "قال الوزير إن الاجتماع سيعقد غدا في العاصمة"),
    ("ar", "وصل الوزير عراقچي إلى المدينة وأكد أن الزيارة ناجحة"),  # a foreign letter in a name
    ("fa", "وزیر گفت که جلسه فردا برگزار می‌شود"),
    ("fa", "وزير گفت كه مسئله پيچيده است و چاره‌اى نيست"),  # Persian from an Arabic keyboard
    ("ckb", "وەزیر گوتی کۆبوونەوەکە سبەی دەکرێت"),
    ("ur", "وزیر نے کہا کہ اجلاس کل ہوگا اور لڑائی بند ہے"),
    ("ps", "وزیر وویل چې غونډه به سبا ته وي او ښه ده"),
    ("he", "השר אמר כי הישיבה תתקיים מחר"),
    ("ru", "Министр сообщил, что совещание было перенесено, объявили в Москве"),
    ("uk", "Міністр повідомив, що нараду перенесено, її проведуть завтра"),
    ("be", "Міністр паведаміў, што нараду перанеслі, яна будзе ў Мінску"),
    ("el", "Ο υπουργός δήλωσε ότι η συνεδρίαση αναβλήθηκε"),
    ("hy", "Նախարարն ասաց, որ նիստը հետաձգվել է"),
    ("ka", "მინისტრმა თქვა, რომ სხდომა გადაიდო"),
    ("zh", "部长说会议将于明天举行"),
    ("ja", "大臣は会議が明日開かれると述べた"),
    ("ko", "장관은 회의가 내일 열린다고 말했다"),
    ("en", "The minister said that the meeting had been moved to the next day"),
    ("de", "Der Minister sagte, dass die Sitzung nicht auf den nächsten Tag verlegt wird"),
    ("fr", "Le ministre a dit que les réunions des deux pays ont lieu dans une semaine"),
    ("es", "El ministro dijo que las reuniones de los países vecinos se celebrarán, según una fuente"),
    ("tr", "Bakan, toplantının bir gün sonra ve daha geniş bir katılım ile olacak dedi"),
    ("und", "Mohammed Shia' al-Sudani"),
    ("und", "12,5 % ..."),
    ("und", ""),
]


@pytest.mark.parametrize(("expected", "text"), TEXTS)
def test_the_language_of_a_sentence(expected, text):
    assert language(text) == expected
