using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace PartyCms.WeChat;

/// <summary>Chinese names of enum values, from beside them.</summary>
internal static class EnumNames
{
    public static string DisplayName<TEnum>(this TEnum value)
        where TEnum : struct, Enum =>
        typeof(TEnum).GetField(value.ToString())?.GetCustomAttribute<DisplayAttribute>()?.Name ?? value.ToString();
}
