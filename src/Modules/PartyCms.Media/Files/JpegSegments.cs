using System.Buffers.Binary;

namespace PartyCms.Media.Files;

/// <summary>One marker segment of a JPEG file.</summary>
/// <param name="Marker">Second byte of the marker, such as 0xE1 for APP1.</param>
/// <param name="Start">Where its 0xFF stands.</param>
/// <param name="End">Behind its last byte; of a scan, behind the compressed data.</param>
internal readonly record struct JpegSegment(byte Marker, int Start, int End)
{
    public const byte EndOfImage = 0xD9;

    public const byte StartOfScan = 0xDA;

    /// <summary>Whether it holds the picture's size (any SOF; C4, C8 and CC share their range but are tables).</summary>
    public bool IsFrame => Marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <summary>Payload, without marker and length.</summary>
    public ReadOnlySpan<byte> Data(ReadOnlySpan<byte> content) => End - Start >= 4 ? content[(Start + 4)..End] : [];
}

/// <summary>
/// Walks the segments of a JPEG file after its first marker. It stops behind the end of the image, and without a word
/// where the file is damaged; <see cref="IsComplete" /> tells the two apart.
/// </summary>
internal ref struct JpegSegments(ReadOnlySpan<byte> content)
{
    private readonly ReadOnlySpan<byte> _content = content;
    private int _at = 2;

    public JpegSegment Current { get; private set; }

    /// <summary>Whether the end of the image was met.</summary>
    public readonly bool IsComplete => Current.Marker == JpegSegment.EndOfImage;

    public readonly JpegSegments GetEnumerator() => this;

    public bool MoveNext()
    {
        if (IsComplete)
        {
            return false;
        }

        var start = _at;
        while (_at < _content.Length && _content[_at] == 0xFF && _at + 1 < _content.Length && _content[_at + 1] == 0xFF)
        {
            // Any number of fill bytes may stand before a marker.
            _at++;
        }

        if (_at + 1 >= _content.Length || _content[_at] != 0xFF || _content[_at + 1] is 0 or 0xD8)
        {
            return false;
        }

        var marker = _content[_at + 1];
        if (marker is JpegSegment.EndOfImage or 0x01 or (>= 0xD0 and <= 0xD7))
        {
            _at += 2;
            Current = new(marker, start, _at);
            return true;
        }

        if (_at + 4 > _content.Length)
        {
            return false;
        }

        var length = BinaryPrimitives.ReadUInt16BigEndian(_content[(_at + 2)..]);
        var end = _at + 2 + length;
        if (length < 2 || end > _content.Length)
        {
            return false;
        }

        Current = new(marker, _at, marker == JpegSegment.StartOfScan ? EndOfScan(end) : end);
        _at = Current.End;
        return true;
    }

    // Within compressed data 0xFF is followed by 0 or by a restart marker; anything else begins the next segment.
    private readonly int EndOfScan(int from)
    {
        for (var at = from; at + 1 < _content.Length; at++)
        {
            if (_content[at] == 0xFF && _content[at + 1] is not (0 or 0xFF or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }
        }

        return _content.Length;
    }
}
