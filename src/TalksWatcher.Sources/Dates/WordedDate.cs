namespace TalksWatcher.Sources.Dates;

/// <summary>
/// Dates with names in them, in any order of parts: RFC 822 and its abuses, ctime, RFC 850, and prose such as
/// "5 марта 2024 г. в 14:05". Words that name nothing (weekdays, "at", "Uhr") are passed over; so is a zone of an unknown
/// name, as RFC 5322 section 4.3 asks.
/// </summary>
internal ref struct WordedDate(ReadOnlySpan<char> text)
{
    private const int KoreanOffset = 9 * 60;

    // Prose with more words than this is a sentence that holds numbers, not a date.
    private const int MostUnknownWords = 6;

    private DateCursor cursor = new(text);
    private DateFields fields = new();
    private DateNumbers numbers = new();
    private bool hasTime;
    private int unknownWords;

    public static bool TryRead(ReadOnlySpan<char> text, out DateFields fields)
    {
        var reading = new WordedDate(text);
        var read = reading.Read();
        fields = reading.fields;
        return read;
    }

    private bool Read()
    {
        while (!cursor.AtEnd)
        {
            if (cursor.AtDigit ? !ReadNumber() : cursor.AtLetter ? !ReadWord() : !ReadSign())
                return false;
        }
        return numbers.TryAssign(ref fields);
    }

    private bool ReadNumber()
    {
        var run = cursor.Digits;
        if (!cursor.TryNumber(out var value, out _) || run > 4)
            return false;
        if (!hasTime && run <= 2 && cursor.Current is ':' or 'h' && TryTime(value))
            return true;
        return ReadEastAsianUnit(value) || numbers.Add(value, run, cursor.Current);
    }

    private bool TryTime(int hour)
    {
        var before = cursor.Position;
        fields.Hour = hour;
        if (cursor.Skip('h') ? !TryFrenchMinutes() : !DateClock.TryMinutes(ref cursor, ref fields))
        {
            cursor.Position = before;
            return false;
        }
        hasTime = true;
        cursor.SkipSpaces();
        return true;
    }

    private bool TryFrenchMinutes()
    {
        if (cursor.Digits == 2 && cursor.TryDigits(2, out var minute))
            fields.Minute = minute;
        return !cursor.AtLetter;
    }

    private bool ReadEastAsianUnit(int value)
    {
        switch (cursor.Current)
        {
            case '년' or '年': numbers.Year = value; break;
            case '월' or '月': numbers.Month = value; break;
            case '일' or '日': numbers.Day = value; break;
            case '시' or '時' or '时': fields.Hour = value; hasTime = true; break;
            case '분' or '分': fields.Minute = value; break;
            case '초' or '秒': fields.Second = value; break;
            default: return false;
        }
        if (cursor.Current is '년' or '월' or '일')
            fields.Offset = KoreanOffset;
        cursor.Position++;
        return true;
    }

    private bool ReadWord()
    {
        if (hasTime && DateClock.TryZone(ref cursor, ref fields))
            return true;
        var word = cursor.ReadWord();
        if (MonthNames.TryFind(word, out var month))
            numbers.Month = month;
        else if (word is "am" or "오전" or "午前" or "上午")
            return ReadHalfOfDay(afternoon: false);
        else if (word is "pm" or "오후" or "午後" or "下午")
            return ReadHalfOfDay(afternoon: true);
        else
            unknownWords++;
        return unknownWords <= MostUnknownWords;
    }

    /// <summary>The half may stand before the time ("오후 1:31") or after it.</summary>
    private bool ReadHalfOfDay(bool afternoon)
    {
        cursor.SkipSpaces();
        if (!hasTime && (!cursor.TryNumber(out var hour, out _) || !(TryTime(hour) || ReadEastAsianUnit(hour))))
            return false;
        if (fields.Hour is < 1 or > 12)
            return fields.Hour < 24;
        fields.Hour = (fields.Hour % 12) + (afternoon ? 12 : 0);
        return true;
    }

    private bool ReadSign()
    {
        if (!hasTime || !DateClock.TryOffset(ref cursor, ref fields))
            cursor.Position++;
        return true;
    }
}
