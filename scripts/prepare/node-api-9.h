/*
 * Force-included before every source of better-sqlite3, so that it builds for Node-API 9
 * (Electron 33, Node 20) although its build file asks for version 10.
 *
 * All it takes from version 10 is a reference to something that is not an object: it keeps strings
 * in Napi::Reference<Napi::String>. Version 9 can only refer to objects, so the string is put into
 * one, and the reference holds that.
 */
#pragma once

#undef NAPI_VERSION
#define NAPI_VERSION 9

#include <napi.h>

namespace Napi {

template <>
class Reference<String> {
 public:
  Reference() = default;
  Reference(Reference&&) = default;
  Reference& operator=(Reference&&) = default;

  static Reference New(const String& value, uint32_t = 0) {
    Object box = Object::New(value.Env());
    box.Set(kKey, value);
    Reference made;
    made.box_ = ObjectReference::New(box, 1);
    // The runtime is already going when statics are destroyed; letting go then would crash.
    made.box_.SuppressDestruct();
    return made;
  }

  String Value() const { return box_.Value().Get(kKey).As<String>(); }
  Napi::Env Env() const { return box_.Env(); }
  bool IsEmpty() const { return box_.IsEmpty(); }
  void Reset() { box_.Reset(); }
  void Reset(const String& value, uint32_t count = 1) { *this = New(value, count); }
  void SuppressDestruct() {}

 private:
  static constexpr const char* kKey = "value";
  ObjectReference box_;
};

}  // namespace Napi
