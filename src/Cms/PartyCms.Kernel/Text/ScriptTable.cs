using System.Numerics;
using System.Text;

namespace PartyCms.Kernel.Text;

/// <summary>
/// One direction of a script conversion. Characters are looked up in an array, phrases in a hash table by their first
/// two UTF-16 units (a character outside the basic plane is a phrase of two units), where the longest comes first.
/// </summary>
internal sealed class ScriptTable
{
    /// <summary>Nothing below is East Asian, so most of a page's markup is skipped at once.</summary>
    private const char FirstEastAsian = '\u2E80';

    /// <summary>Stands in the character array for a value that needs two units.</summary>
    private const char InWide = '\uFFFF';

    private readonly char[] _characters = new char[0x10000];
    private readonly bool[] _startsPhrase = new bool[0x10000];
    private readonly Dictionary<Rune, string> _wide = [];
    private readonly char[] _pool;
    private readonly List<Phrase> _phrases = [default];
    private readonly uint[] _slotKeys;
    private readonly int[] _slotPhrases;

    /// <summary>Reads a line of character pairs and a line of phrases as the build wrote them.</summary>
    public ScriptTable(string characters, string phrases)
    {
        ReadCharacters(characters);

        // Half of the slots stay free, so that a search ends soon.
        var count = phrases.AsSpan().Count('|') + 1 + _wide.Count;
        var slots = (int)BitOperations.RoundUpToPowerOf2((uint)count * 2);
        _slotKeys = new uint[slots];
        _slotPhrases = new int[slots];

        var pool = new StringBuilder(phrases.Length * 2);
        foreach (var (key, value) in _wide)
        {
            AddPhrase(pool, key.ToString(), value);
        }

        foreach (var range in phrases.AsSpan().Split('|'))
        {
            var entry = phrases.AsSpan(range);
            var space = entry.IndexOf(' ');
            AddPhrase(pool, space < 0 ? entry : entry[..space], space < 0 ? default : entry[(space + 1)..]);
        }

        _pool = pool.ToString().ToCharArray();
    }

    /// <summary>Converts a text; gives the same instance back when nothing changes.</summary>
    public string Convert(string text)
    {
        var converted = new PooledText(text.Length + 64);
        var copied = 0;
        var i = 0;
        while (i < text.Length)
        {
            var c = text[i];
            if (c < FirstEastAsian)
            {
                var next = text.AsSpan(i).IndexOfAnyExceptInRange('\0', (char)(FirstEastAsian - 1));
                i = next < 0 ? text.Length : i + next;
                continue;
            }

            var length = 1;
            ReadOnlySpan<char> value;
            if (_startsPhrase[c] && Longest(text, i) is { KeyLength: > 0 } phrase)
            {
                length = phrase.KeyLength;
                value = _pool.AsSpan(phrase.Start + phrase.KeyLength, phrase.ValueLength);
            }
            else
            {
                value = _characters[c] == InWide ? _wide[new Rune(c)] : CharacterValue(ref _characters[c]);
            }

            if (!value.IsEmpty && !text.AsSpan(i, length).SequenceEqual(value))
            {
                converted.Append(text.AsSpan(copied, i - copied));
                converted.Append(value);
                copied = i + length;
            }

            i += length;
        }

        if (converted.IsEmpty)
        {
            return text;
        }

        converted.Append(text.AsSpan(copied));
        return converted.Finish();
    }

    /// <summary>
    /// For every character the one it becomes alone, carried on until it no longer changes; pairs are further
    /// characters to fold with the value of theirs.
    /// </summary>
    public char[] FoldedWith(string pairs)
    {
        var folded = new char[0x10000];
        for (var code = 0; code < folded.Length; code++)
        {
            folded[code] = _characters[code] is '\0' or InWide ? (char)code : _characters[code];
        }

        for (var i = 0; i + 1 < pairs.Length; i += 2)
        {
            folded[pairs[i]] = folded[pairs[i + 1]];
        }

        for (var code = 0; code < folded.Length; code++)
        {
            folded[code] = folded[folded[code]];
        }

        return folded;
    }

    private void ReadCharacters(string pairs)
    {
        var runes = pairs.EnumerateRunes().GetEnumerator();
        while (runes.MoveNext())
        {
            var key = runes.Current;
            runes.MoveNext();
            var value = runes.Current;
            if (key.IsBmp)
            {
                _characters[key.Value] = value.IsBmp ? (char)value.Value : InWide;
            }

            if (!key.IsBmp || !value.IsBmp)
            {
                _wide.Add(key, value.ToString());
            }
        }
    }

    private void AddPhrase(StringBuilder pool, ReadOnlySpan<char> key, ReadOnlySpan<char> value)
    {
        if (key.Length < 2)
        {
            // A character of one unit with a value of two: found through the character array.
            return;
        }

        var start = pool.Length;
        pool.Append(key);
        if (value.IsEmpty)
        {
            AppendValues(pool, key);
        }
        else
        {
            pool.Append(value);
        }

        var slot = SlotOf(key[0], key[1]);
        _slotKeys[slot] = KeyOf(key[0], key[1]);
        _phrases.Add(new Phrase(start, (byte)key.Length, (byte)(pool.Length - start - key.Length), _slotPhrases[slot]));
        _slotPhrases[slot] = _phrases.Count - 1;
        _startsPhrase[key[0]] = true;
    }

    private void AppendValues(StringBuilder pool, ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (_wide.TryGetValue(rune, out var value))
            {
                pool.Append(value);
            }
            else if (rune.IsBmp && _characters[rune.Value] != '\0')
            {
                pool.Append(_characters[rune.Value]);
            }
            else
            {
                pool.Append(rune);
            }
        }
    }

    private Phrase Longest(string text, int start)
    {
        if (start + 1 >= text.Length)
        {
            return default;
        }

        var rest = text.AsSpan(start);
        var index = _slotPhrases[SlotOf(text[start], text[start + 1])];
        while (index > 0)
        {
            var phrase = _phrases[index];
            if (rest.StartsWith(_pool.AsSpan(phrase.Start, phrase.KeyLength)))
            {
                return phrase;
            }

            index = phrase.Shorter;
        }

        return default;
    }

    private static ReadOnlySpan<char> CharacterValue(ref readonly char value) =>
        value == '\0' ? default : new ReadOnlySpan<char>(in value);

    /// <summary>The slot that holds a pair of units, or the free one where it belongs.</summary>
    private int SlotOf(char first, char second)
    {
        var key = KeyOf(first, second);
        var mask = _slotKeys.Length - 1;
        var slot = (int)((key * 0x9E3779B1) >> 8) & mask;
        while (_slotKeys[slot] != key && _slotKeys[slot] != 0)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private static uint KeyOf(char first, char second) => ((uint)first << 16) | second;

    /// <summary>Key and value stand one behind the other in the pool; Shorter is the next to try, 0 for none.</summary>
    private readonly record struct Phrase(int Start, byte KeyLength, byte ValueLength, int Shorter);
}
