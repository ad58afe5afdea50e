using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace PartyCms.Kernel.Text;

/// <summary>The Chinese names that values of an enumeration carry in their <see cref="DisplayAttribute"/>.</summary>
public static class EnumNames
{
    /// <summary>The name of a value; the value itself where it carries none.</summary>
    public static string DisplayName<TEnum>(this TEnum value)
        where TEnum : struct, Enum =>
        typeof(TEnum).GetField(value.ToString())?.GetCustomAttribute<DisplayAttribute>()?.GetName() ?? value.ToString();
}
