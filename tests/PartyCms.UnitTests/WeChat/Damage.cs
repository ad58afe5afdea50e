using System.Text;

namespace PartyCms.UnitTests.WeChat;

/// <summary>Changes, inserts, removes and repeats a few places of what was well-formed.</summary>
internal static class Damage
{
    private static readonly string[] Splinters =
        ["<", ">", "&", "]]>", "<![CDATA[", "<!DOCTYPE", "{", "}", "\"", "\\ud800", "\u0000", "\ud800", "党", "-1", "/"];

    public static string Text(Random random, string text)
    {
        var damaged = new StringBuilder(text);
        for (var changes = random.Next(1, 6); changes > 0 && damaged.Length > 0; changes--)
        {
            var at = random.Next(damaged.Length);
            var length = random.Next(damaged.Length - at) % 40;
            switch (random.Next(4))
            {
                case 0:
                    damaged[at] = (char)random.Next(0x10000);
                    break;
                case 1:
                    damaged.Insert(at, Splinters[random.Next(Splinters.Length)]);
                    break;
                case 2:
                    damaged.Remove(at, length);
                    break;
                default:
                    damaged.Insert(at, damaged.ToString(at, length));
                    break;
            }
        }

        return damaged.ToString();
    }

    public static string Base64(Random random, string base64)
    {
        var bytes = Convert.FromBase64String(base64);
        bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        var length = random.Next(4) == 0 ? random.Next(bytes.Length) : bytes.Length;
        return Convert.ToBase64String(bytes.AsSpan(0, length));
    }
}
